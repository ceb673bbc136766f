package org.countersign.customer.model;

/** What a contract may demand of every report. */
public enum ReportPart {
    SERVICE,
    ENVIRONMENT,
    CATEGORY,
    DESCRIPTION
}
