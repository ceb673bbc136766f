package org.countersign.customer.model;

/** Somebody who is to receive a contract's reports, in a language of their own. */
public record ReportRecipient(String name, String email, String language) {}
