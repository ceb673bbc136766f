package org.countersign.intake.mail;

import org.countersign.intake.model.UnreadableMail;

/** Leaves the reading of a message from any depth; never leaves this package. */
final class MailRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final UnreadableMail.Reason reason;

    MailRefused(UnreadableMail.Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    UnreadableMail.Reason reason() {
        return reason;
    }
}
