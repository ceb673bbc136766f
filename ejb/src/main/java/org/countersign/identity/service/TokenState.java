package org.countersign.identity.service;

/** Whether an API token counts. */
public enum TokenState {
    VALID,
    EXPIRED,
    REVOKED
}
