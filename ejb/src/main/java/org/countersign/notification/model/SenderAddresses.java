package org.countersign.notification.model;

/** Which mailbox speaks for a contract. */
public interface SenderAddresses {

    /** @param contractId {@code null} for mail in nobody's name but the desk's */
    Sender senderFor(Long contractId);
}
