package org.countersign.intake.mail;

import org.countersign.intake.model.Ground;
import org.countersign.intake.model.UnreadableMail;

/** Leaves the reading of a message from any depth; never leaves this package. */
final class MailRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final UnreadableMail.Reason reason;

    private final transient Ground ground;

    MailRefused(UnreadableMail.Reason reason, Ground ground) {
        super(ground.toString(), null, false, false);
        this.reason = reason;
        this.ground = ground;
    }

    UnreadableMail.Reason reason() {
        return reason;
    }

    Ground ground() {
        return ground;
    }
}
