package org.countersign.intake.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.Mailbox;

/**
 * A mailbox as people see it.
 *
 * @param imap where it is polled, or {@code null} when nobody polls
 * @param lastError what went wrong at the last attempt, or {@code null}
 */
public record MailboxRow(
        long id,
        String address,
        String contract,
        String displayName,
        String authservId,
        ImapAccount imap,
        boolean active,
        Instant lastPolledAt,
        Instant lastSuccessAt,
        String lastError) {

    /** @param contract its code */
    public static MailboxRow of(Mailbox mailbox, String contract) {
        return new MailboxRow(
                mailbox.id(),
                mailbox.address(),
                contract,
                mailbox.displayName(),
                mailbox.authservId().orElse(null),
                mailbox.imap().orElse(null),
                mailbox.active(),
                mailbox.lastPolledAt(),
                mailbox.lastSuccessAt(),
                mailbox.lastError());
    }

    /** How its polling stands. */
    public PollingState polling() {
        if (imap == null) {
            return PollingState.NOT_POLLED;
        }
        if (!active) {
            return PollingState.OFF;
        }
        if (lastPolledAt == null) {
            return PollingState.NOT_YET;
        }
        return lastError == null ? PollingState.SUCCEEDED : PollingState.FAILED;
    }

    /** Tells one state of what people change from another; the API's entity tag. Polls do not move it. */
    public long version() {
        CRC32 sum = new CRC32();
        sum.update(Arrays.asList(contract, displayName, authservId, imap, active).toString().getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
