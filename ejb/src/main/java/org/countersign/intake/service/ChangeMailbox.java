package org.countersign.intake.service;

import org.countersign.intake.model.ImapAccount;

/**
 * What a mailbox is from now on.
 *
 * @param contract the contract's code
 * @param authservId under which the receiving mail server writes Authentication-Results, or {@code null}
 * @param imap where it is polled, or {@code null}
 * @param active whether it is polled
 */
public record ChangeMailbox(String contract, String displayName, String authservId, ImapAccount imap, boolean active) {}
