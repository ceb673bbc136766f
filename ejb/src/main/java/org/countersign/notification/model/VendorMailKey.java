package org.countersign.notification.model;

import java.util.Optional;

/**
 * The dedupe key of a mail to a vendor: what was told goes to it once. It says which entry of which case's correspondence the mail is.
 *
 * @param vendorCase the case's number
 * @param entry the entry's place, or {@value #OPENING} for what opened the case, {@value #ENDING} for what says that it is withdrawn
 */
public record VendorMailKey(String vendorCase, int entry) {

    /** Before the first entry. */
    public static final int OPENING = -1;

    /** After the last entry. */
    public static final int ENDING = -2;

    private static final String PREFIX = "vendor-case:";

    public static VendorMailKey opening(String vendorCase) {
        return new VendorMailKey(vendorCase, OPENING);
    }

    /** What {@link #toString} gave; nothing for the key of any other mail. */
    public static Optional<VendorMailKey> read(String key) {
        int colon = key == null ? -1 : key.lastIndexOf(':');
        return colon < PREFIX.length() || !key.startsWith(PREFIX)
                ? Optional.empty()
                : Optional.of(new VendorMailKey(key.substring(PREFIX.length(), colon), Integer.parseInt(key.substring(colon + 1))));
    }

    @Override
    public String toString() {
        return PREFIX + vendorCase + ":" + entry;
    }
}
