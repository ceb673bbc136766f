package org.countersign.intake.service;

import org.countersign.intake.model.ImapAccount;

/**
 * What is needed to add a mailbox.
 *
 * @param contract the contract's code
 * @param authservId under which the receiving mail server writes Authentication-Results, or {@code null}
 * @param imap where it is polled, or {@code null}
 */
public record NewMailbox(String address, String contract, String displayName, String authservId, ImapAccount imap) {}
