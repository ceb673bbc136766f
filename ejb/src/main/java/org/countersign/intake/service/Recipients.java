package org.countersign.intake.service;

import java.util.List;
import java.util.stream.Stream;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.MailAddress;

/** To whom a mail was sent. */
final class Recipients {

    private static final int MOST = 100;

    private Recipients() {}

    /** The mailboxes it names, without sub-addresses, in lower case: where it was delivered, then To, then Cc. */
    static List<String> of(IncomingMail mail) {
        return Stream.of(mail.deliveredTo(), mail.to(), mail.cc())
                .flatMap(List::stream)
                .map(MailAddress::mailbox)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
