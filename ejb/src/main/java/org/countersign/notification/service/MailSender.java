package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailText;
import org.countersign.notification.model.MailThread;
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
        return queueAll(List.of(request)).stream().findFirst();
    }

    /**
     * Writes and queues many mails as {@link #queue} does each, in their order.
     *
     * @return the Message-IDs of those that were queued
     */
    public List<String> queueAll(Collection<MailRequest> requests) {
        Map<Optional<Long>, Sender> from = new HashMap<>();
        Map<MailThread, String> firsts = outbox.firstMessageIds(
                requests.stream().filter(MailSender::hangsOnFirst).flatMap(request -> thread(request).stream()).toList());
        List<String> queued = new ArrayList<>();
        for (MailRequest request : requests) {
            String email = request.recipient().email();
            if (request.dedupeKey() != null && outbox.holds(request.dedupeKey(), email)) {
                continue;
            }
            Sender sender = from.computeIfAbsent(Optional.ofNullable(request.contractId()), contract -> senders.senderFor(contract.orElse(null)));
            boolean answerable = request.number().isPresent() && request.recipient().mayAnswer();
            String messageId = messageId(request, sender, answerable);
            Optional<MailThread> thread = thread(request);
            outbox.add(new OutboxMessage(
                    request,
                    MailText.of(request, sender.name(), answerable && request.ticket() != null),
                    sender,
                    messageId,
                    answerable ? replies.replyTo(sender.address(), request.number().orElseThrow(), email) : null,
                    hangsOnFirst(request) ? thread.map(firsts::get).orElse(null) : request.answers(),
                    clock.instant()));
            thread.ifPresent(one -> firsts.putIfAbsent(one, messageId));
            queued.add(messageId);
        }
        return queued;
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
     * A recipient's mails about a ticket or a vendor case are shown under the first one to the same recipient, not under the ticket's first: a
     * Message-ID may prove who answers, and is nobody else's business.
     */
    private static boolean hangsOnFirst(MailRequest request) {
        return request.answers() == null && !request.template().isFirst();
    }

    private static Optional<MailThread> thread(MailRequest request) {
        return MailThread.of(request.ticket() == null ? null : request.ticket().id(), request.vendorCase(), request.recipient().email());
    }

    private static String unique() {
        byte[] random = new byte[UNIQUE_LENGTH];
        RANDOM.nextBytes(random);
        StringBuilder unique = new StringBuilder(UNIQUE_LENGTH);
        for (byte one : random) {
            unique.append(ALPHABET.charAt(one & (ALPHABET.length() - 1)));
        }
        return unique.toString();
    }
}
