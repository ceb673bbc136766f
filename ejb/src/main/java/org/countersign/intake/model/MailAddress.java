package org.countersign.intake.model;

import java.util.Locale;
import java.util.Objects;

/**
 * An Internet mail address (RFC 5322 addr-spec) with the name written beside it.
 *
 * @param address the addr-spec as the sender wrote it, always with a local part and a domain; never encoded, never with
 *     white space or control characters
 * @param name the display name, decoded, or the empty string
 */
public record MailAddress(String address, String name) {

    public MailAddress {
        Objects.requireNonNull(address);
        Objects.requireNonNull(name);
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            throw new IllegalArgumentException("not a mail address: " + address);
        }
    }

    /** The part before the last at sign. */
    public String localPart() {
        return address.substring(0, address.lastIndexOf('@'));
    }

    /** The domain in lower case. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** The form to compare and look up by: all lower case. No mail server in use tells local parts apart by case. */
    public String normalised() {
        return address.toLowerCase(Locale.ROOT);
    }

    /**
     * The normalised address without its sub-address: {@code support+t-1@desk.example} → {@code support@desk.example}
     * (RFC 5233).
     */
    public String mailbox() {
        String local = localPart();
        int plus = local.indexOf('+');
        return ((plus > 0 ? local.substring(0, plus) : local) + "@" + domain()).toLowerCase(Locale.ROOT);
    }

    /** The sub-address (what follows the first plus sign of the local part) in lower case, or the empty string. */
    public String subAddress() {
        String local = localPart();
        int plus = local.indexOf('+');
        return plus > 0 ? local.substring(plus + 1).toLowerCase(Locale.ROOT) : "";
    }
}
