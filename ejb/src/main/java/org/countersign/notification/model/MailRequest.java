package org.countersign.notification.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countersign.customer.model.ContactCard;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.model.TicketRef;

/**
 * A mail that an area wants sent:
 *
 * <pre>{@code
 * MailRequest.of(MailTemplate.SERVICE_REPORT, Recipient.of("Eva", "eva@customer.example", "hu", null), facts)
 *         .under(contractId)
 *         .with(new Attachment("2026-10.pdf", "application/pdf", pdf))
 *         .once("service-report:" + reportId);
 * }</pre>
 *
 * @param contractId the contract in whose name it is sent, or {@code null}
 * @param ticket the ticket it is about, or {@code null}; its number is in the Message-ID, and answers come back to it
 * @param facts what the text speaks of, exactly the names of {@link MailTemplate#facts()}. Texts and numbers are inserted as they are; an
 *     {@code Instant} or {@code LocalDate} is written in the recipient's language and zone, an enum constant by its name in that language. A
 *     line of the text all of whose facts are {@code null} or blank is left out
 * @param attachment or {@code null}
 * @param dedupeKey no two mails with the same key go to the same address; {@code null} when every request is a mail of its own. At most 200
 *     characters
 * @param answers Message-ID, with angle brackets, of the mail that this one answers, or {@code null}
 * @param vendorCase number of the vendor case that a mail to a vendor is about, or {@code null}; answers come back to it. Such a mail is about
 *     no ticket: that is no business of the vendor's
 */
public record MailRequest(
        MailTemplate template,
        Recipient recipient,
        Long contractId,
        TicketRef ticket,
        Map<String, Object> facts,
        Attachment attachment,
        String dedupeKey,
        String answers,
        String vendorCase) {

    /** Longest dedupe key, in characters. */
    public static final int LONGEST_KEY = 200;

    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x3B\\x3D\\x3F-\\x7E]{1,390}>");

    /**
     * @throws IllegalArgumentException when the facts are not those of the template, the dedupe key is too long, or the mail is about a ticket
     *     and a vendor case. What is no Message-ID is not answered: it comes from strangers
     */
    public MailRequest {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(recipient, "recipient");
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        if (facts.size() != template.facts().size() || !facts.keySet().containsAll(template.facts())) {
            throw new IllegalArgumentException(template + " needs the facts " + template.facts() + ", not " + facts.keySet());
        }
        if (ticket != null && vendorCase != null) {
            throw new IllegalArgumentException("A mail to a vendor is about no ticket: " + vendorCase);
        }
        if (dedupeKey != null && dedupeKey.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A dedupe key has at most " + LONGEST_KEY + " characters: " + dedupeKey);
        }
        answers = answers != null && MESSAGE_ID.matcher(answers).matches() ? answers : null;
    }

    public static MailRequest of(MailTemplate template, Recipient recipient, Map<String, ?> facts) {
        return new MailRequest(template, recipient, null, null, new LinkedHashMap<>(facts), null, null, null, null);
    }

    /** In the name of a contract. */
    public MailRequest under(Long contract) {
        return new MailRequest(template, recipient, contract, ticket, facts, attachment, dedupeKey, answers, vendorCase);
    }

    /** About a ticket, in the name of its contract. */
    public MailRequest about(TicketRef ref) {
        return new MailRequest(template, recipient, ref.contractId(), ref, facts, attachment, dedupeKey, answers, vendorCase);
    }

    /** About a vendor case, in the name of the contract of its ticket. */
    public MailRequest aboutVendorCase(String number, Long contract) {
        return new MailRequest(template, recipient, contract, null, facts, attachment, dedupeKey, answers, number);
    }

    /** The number to which answers come back; nothing when there is none. */
    public Optional<String> number() {
        return Optional.ofNullable(ticket == null ? vendorCase : ticket.number());
    }

    public MailRequest with(Attachment file) {
        return new MailRequest(template, recipient, contractId, ticket, facts, file, dedupeKey, answers, vendorCase);
    }

    /** Nothing is queued when this address already has, or is about to get, a mail with the same key. */
    public MailRequest once(String key) {
        return new MailRequest(template, recipient, contractId, ticket, facts, attachment, key, answers, vendorCase);
    }

    public MailRequest answering(String messageId) {
        return new MailRequest(template, recipient, contractId, ticket, facts, attachment, dedupeKey, messageId, vendorCase);
    }

    /**
     * Who gets the mail.
     *
     * @param email an Internet mail address; kept in lower case
     * @param language en, hu, nl or pt; anything else is answered in English
     * @param zone IANA name of the zone in which times are shown; {@code null} for UTC
     * @param mayAnswer whether an answer to a mail about a ticket goes onto the ticket's board, and to one about a vendor case into that
     */
    public record Recipient(String name, String email, String language, String zone, boolean mayAnswer) {

        private static final Pattern ADDRESS =
                Pattern.compile("[^\\s\\p{Cntrl}<>()\\[\\]\\\\,;:@\"]+@[^\\s\\p{Cntrl}<>()\\[\\]\\\\,;:@\"]+");

        /** @throws BusinessRuleViolation {@code mail-address-invalid} */
        public Recipient {
            email = email == null ? "" : email.strip().toLowerCase(java.util.Locale.ROOT);
            if (email.length() > 320 || !ADDRESS.matcher(email).matches()) {
                throw BusinessRuleViolation.invalid("recipient", "mail-address-invalid", CleanText.line(email, 320));
            }
            name = CleanText.line(name, 200);
            language = language == null ? "en" : language;
            zone = zone == null ? "UTC" : zone;
        }

        /** A customer's contact, whose answers are welcome. */
        public static Recipient of(ContactCard contact) {
            return new Recipient(contact.name(), contact.email(), contact.language(), contact.zone(), true);
        }

        /** A vendor, which answers about its case. */
        public static Recipient ofVendor(String name, String email, String language) {
            return new Recipient(name, email, language, null, true);
        }

        /** Anybody else: staff, stakeholders, senders who are not known. */
        public static Recipient of(String name, String email, String language, String zone) {
            return new Recipient(name, email, language, zone, false);
        }
    }

    /**
     * A file that goes with the mail.
     *
     * @param mediaType e.g. {@code application/pdf}; what is no media type of 100 characters at most is sent as bytes of any kind
     */
    public record Attachment(String name, String mediaType, byte[] content) {

        private static final Pattern MEDIA_TYPE =
                Pattern.compile("[\\w.+-]+/[\\w.+-]+(; ?[\\w-]+=(?:[\\w.+-]+|\"[\\w .+-]+\"))*");

        public Attachment {
            name = CleanText.line(name, 200);
            boolean known = mediaType != null && mediaType.length() <= 100 && MEDIA_TYPE.matcher(mediaType).matches();
            mediaType = known ? mediaType : "application/octet-stream";
        }
    }
}
