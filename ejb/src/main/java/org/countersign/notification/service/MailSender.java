package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailText;
import org.countersign.notification.model.Outbox;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.Sender;
import org.countersign.notification.model.SenderAddresses;

/**
 * Takes mail to be sent. It belongs to the transaction of whoever asks: no commit, no mail. Who may have a mail sent is decided by the service
 * that asks; no screen and no API leads here.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MailSender {

    /** 130 bits in base 32. */
    private static final int UNIQUE_LENGTH = 26;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Outbox outbox;

    @Inject
    private SenderAddresses senders;

    @Inject
    private ReplyAddresses replies;

    @Inject
    private Clock clock;

    /**
     * Writes the mail and queues it. Two transactions that queue the same dedupe key at the same time do not both commit: the second fails
     * as a whole and, tried again, finds the mail queued.
     *
     * @return the Message-ID, with angle brackets; nothing when the dedupe key says that this address has the mail already
     */
    public Optional<String> queue(MailRequest request) {
        String email = request.recipient().email();
        if (request.dedupeKey() != null && outbox.holds(request.dedupeKey(), email)) {
            return Optional.empty();
        }
        Sender sender = senders.senderFor(request.contractId());
        boolean answerable = request.number().isPresent() && request.recipient().mayAnswer();
        String messageId = messageId(request, sender, answerable);
        outbox.add(new OutboxMessage(
                request,
                MailText.of(request, sender.name(), answerable && request.ticket() != null),
                sender,
                messageId,
                answerable ? replies.replyTo(sender.address(), request.number().orElseThrow(), email) : null,
                thread(request),
                clock.instant()));
        return Optional.of(messageId);
    }

    private String messageId(MailRequest request, Sender sender, boolean answerable) {
        String domain = sender.domain().toLowerCase(Locale.ROOT);
        if (answerable) {
            return replies.messageId(request.number().orElseThrow(), request.recipient().email(), unique(), domain);
        }
        String about = request.number().orElse("mail").toLowerCase(Locale.ROOT);
        return "<" + about + "." + unique() + "@" + domain + ">";
    }

    /**
     * What the mail is shown under. A recipient's mails about a ticket or a vendor case hang on the first one to the same recipient, not on the ticket's
     * first: a Message-ID may prove who answers, and is nobody else's business.
     */
    private String thread(MailRequest request) {
        if (request.answers() != null || request.number().isEmpty() || request.template().isFirst()) {
            return request.answers();
        }
        String email = request.recipient().email();
        if (request.vendorCase() != null) {
            return outbox.firstMessageId(request.vendorCase(), email).orElse(null);
        }
        return outbox.firstMessageId(request.ticket().id(), email).orElse(null);
    }

    private static String unique() {
        StringBuilder unique = new StringBuilder(UNIQUE_LENGTH);
        for (int i = 0; i < UNIQUE_LENGTH; i++) {
            unique.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return unique.toString();
    }
}
