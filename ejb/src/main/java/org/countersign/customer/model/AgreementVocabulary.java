package org.countersign.customer.model;

import java.util.List;

/** The words of an agreement that stand for values of a ticket, as the API writes them. */
public final class AgreementVocabulary {

    public static final List<String> KINDS = List.of("INCIDENT", "SERVICE_REQUEST", "QUESTION", "COMPLAINT");

    /** By which reports come in. */
    public static final List<String> CHANNELS = List.of("EMAIL", "PHONE", "FAX", "PORTAL", "API", "CRM");

    public static final List<String> PRIORITIES = List.of("P1", "P2", "P3", "P4", "P5");

    /** Of impact and of urgency. */
    public static final List<String> GRADES = List.of("HIGH", "MEDIUM", "LOW");

    /** Why a ticket may wait before it is resolved; each may pause a target. */
    public static final List<String> WAITS = List.of("HELD", "AWAITING_CUSTOMER", "AWAITING_VENDOR", "AGREED_DATE");

    private AgreementVocabulary() {}
}
