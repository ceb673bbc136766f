package org.countersign.intake.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that could be read. All strings are decoded Unicode without NUL and other control characters (texts keep line
 * feed and tab) and without lone surrogates, so a database takes them as they are. Nothing here is proven:
 * {@link SenderProof} and {@link ReplyTokens} say whether the sender is who the message says.
 *
 * @param dedupeKey by which the message is known when it comes again
 * @param messageId Message-ID with its angle brackets
 * @param date the sender's Date field; empty when absent, unreadable or outside the years 1970 to 9999
 * @param from the author; empty when there is no usable address
 * @param severalAuthors whether the message names more than one author, which no honest mail program does without need and
 *     which makes sender checks disagree
 * @param replyTo where the author wants answers, maybe empty
 * @param to primary recipients
 * @param cc further recipients
 * @param deliveredTo addresses that the mail system recorded on delivery (Delivered-To, X-Original-To, Envelope-To)
 * @param subject the subject, maybe empty
 * @param text the whole body as plain text, lines ended by a line feed; converted when the message is HTML only
 * @param reply the new text alone: {@code text} without quotations and signature
 * @param html the HTML body as it came. It is hostile until sanitised
 * @param attachments files, in the order in which they came
 * @param references message ids (with angle brackets) of References, then In-Reply-To, each once; at most the last 200
 * @param authenticationResults the values of all Authentication-Results fields, topmost first
 * @param screening what screening looks at
 */
public record IncomingMail(
        DedupeKey dedupeKey,
        Optional<String> messageId,
        Optional<Instant> date,
        Optional<MailAddress> from,
        boolean severalAuthors,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        List<MailAddress> deliveredTo,
        String subject,
        String text,
        String reply,
        Optional<String> html,
        List<MailAttachment> attachments,
        List<String> references,
        List<String> authenticationResults,
        ScreeningHeaders screening)
        implements MailReading {

    public IncomingMail {
        Objects.requireNonNull(dedupeKey);
        Objects.requireNonNull(messageId);
        Objects.requireNonNull(date);
        Objects.requireNonNull(from);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
        Objects.requireNonNull(reply);
        Objects.requireNonNull(html);
        Objects.requireNonNull(screening);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        deliveredTo = List.copyOf(deliveredTo);
        attachments = List.copyOf(attachments);
        references = List.copyOf(references);
        authenticationResults = List.copyOf(authenticationResults);
    }

    /** Whether the message declares that no person sent it (RFC 3834). */
    public boolean autoSubmitted() {
        return screening.declaredAutomatic();
    }
}
