package org.countersign.intake.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * Makes and checks reply tokens: the proof that whoever answers has a mail that we sent to this contact about this ticket.
 * A token is the first 128 bits of HMAC-SHA256 over ticket number and contact address, in 26 characters of base 32 (RFC 4648,
 * lower case, since mail systems change the case of local parts). For a vendor, who knows no ticket, it is the vendor case's number. It travels in the address to answer to and in our
 * Message-ID, which a reply carries in References:
 *
 * <pre>support+t-cs-100001-&lt;token&gt;@desk.example      &lt;cs-100001.&lt;random&gt;.&lt;token&gt;@desk.example&gt;</pre>
 *
 * <p>A token proves nothing for another ticket or another address: somebody in copy who answers from an address of their own
 * is not proven by it (F22). Tokens do not expire; a new key ends them all.
 */
public final class ReplyTokens {

    /** Characters of a token. */
    public static final int LENGTH = 26;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int TOKEN_BYTES = 16;
    private static final int LEAST_KEY_BYTES = 32;
    /** RFC 5321, 4.5.3.1.1, in octets. */
    private static final int LONGEST_LOCAL_PART = 64;

    private static final Pattern IN_ADDRESS = Pattern.compile("(\\+t-[a-z0-9-]{1,40}-)[a-z2-7]{26}(?=@)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_MESSAGE_ID = Pattern.compile("(\\.[a-z2-7]{26}\\.)[a-z2-7]{26}(?=@)", Pattern.CASE_INSENSITIVE);

    private final SecretKeySpec key;

    /** @param key the secret, at least 32 bytes (256 bits) */
    public ReplyTokens(byte[] key) {
        if (key.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException("a reply token key has at least 32 bytes, this one has " + key.length);
        }
        this.key = new SecretKeySpec(key.clone(), "HmacSHA256");
    }

    /** An address or a Message-ID as people may see it: without the token, which is for whoever got our mail. */
    public static String masked(String text) {
        return IN_MESSAGE_ID.matcher(IN_ADDRESS.matcher(text).replaceAll("$1…")).replaceAll("$1…");
    }

    /** The token for this contact and this ticket; case does not matter. */
    public String token(String ticketNumber, String contactAddress) {
        byte[] mac = hmac("countersign reply 1\n" + lower(ticketNumber) + "\n" + lower(contactAddress));
        return base32(Arrays.copyOf(mac, TOKEN_BYTES));
    }

    /** Whether the token is the one for this contact and this ticket. Takes the same time wherever a wrong one differs. */
    public boolean verify(String token, String ticketNumber, String contactAddress) {
        return MessageDigest.isEqual(
                token(ticketNumber, contactAddress).getBytes(StandardCharsets.US_ASCII),
                lower(token).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The address to which this contact answers about this ticket.
     *
     * @param mailbox the desk's address, without a sub-address
     * @throws BusinessRuleViolation {@code reply-address-too-long} when the mailbox's name leaves no room for a token
     *     (64 octets of local part)
     */
    public String replyAddress(String mailbox, String ticketNumber, String contactAddress) {
        MailAddress desk = new MailAddress(mailbox, "");
        String local = desk.localPart() + "+t-" + lower(ticketNumber) + "-" + token(ticketNumber, contactAddress);
        if (local.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL_PART) {
            throw BusinessRuleViolation.invalid("mailbox", "reply-address-too-long", mailbox);
        }
        return local + "@" + desk.domain();
    }

    /**
     * The Message-ID, with angle brackets, of a mail to this contact about this ticket.
     *
     * @param unique what tells this message from all others: letters, digits and hyphens
     * @param domain the desk's mail domain
     */
    public String messageId(String ticketNumber, String contactAddress, String unique, String domain) {
        return "<" + lower(ticketNumber) + "." + unique + "." + token(ticketNumber, contactAddress) + "@" + domain + ">";
    }

    /** Whether the mail carries a token that proves that its author is our correspondent on this ticket or vendor case. */
    public boolean prove(IncomingMail mail, String number) {
        if (mail.from().isEmpty() || mail.severalAuthors()) {
            return false;
        }
        String author = mail.from().orElseThrow().normalised();
        for (List<MailAddress> recipients : List.of(mail.to(), mail.cc(), mail.deliveredTo())) {
            for (MailAddress recipient : recipients) {
                if (lower(recipient.subAddress()).startsWith("t-" + lower(number) + "-")
                        && verify(after(recipient.subAddress(), '-'), number, author)) {
                    return true;
                }
            }
        }
        for (String reference : mail.references()) {
            if (lower(reference).startsWith("<" + lower(number) + ".")
                    && verify(after(beforeDomain(reference), '.'), number, author)) {
                return true;
            }
        }
        return false;
    }

    private static String beforeDomain(String messageId) {
        int at = messageId.lastIndexOf('@');
        return at < 0 ? "" : messageId.substring(0, at);
    }

    private static String after(String text, char separator) {
        return text.substring(text.lastIndexOf(separator) + 1);
    }

    private static String lower(String text) {
        return Objects.requireNonNull(text).toLowerCase(Locale.ROOT);
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                text.append(ALPHABET.charAt(buffer >> bits - 5 & 31));
                bits -= 5;
            }
            buffer &= (1 << bits) - 1;
        }
        return text.append(ALPHABET.charAt(buffer << 5 - bits & 31)).toString();
    }
}
