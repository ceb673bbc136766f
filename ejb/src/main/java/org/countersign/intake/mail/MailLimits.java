package org.countersign.intake.mail;

/**
 * What a mail may be at most; beyond it is refused, or, where said so, its body is cut and the whole kept as a file.
 *
 * @param bytes size of the raw message in bytes
 * @param depth parts within parts, counting the message itself as one
 * @param parts number of parts, the message and those of attached messages included
 * @param headerBytes size of one header section in bytes
 * @param fieldBytes size of one header field in bytes
 * @param textChars plain text that is taken as a body, in characters over all parts; a longer one becomes an attachment and
 *     the text is its beginning
 * @param htmlChars HTML that is taken as a body, likewise
 */
public record MailLimits(
        int bytes, int depth, int parts, int headerBytes, int fieldBytes, int textChars, int htmlChars) {

    /** 25 MiB, 50 levels, 1,000 parts, 512 KiB header, 128 KiB a field, 1 Mi characters of text, 2 Mi of HTML. */
    public static final MailLimits DEFAULT =
            new MailLimits(25 << 20, 50, 1000, 512 << 10, 128 << 10, 1 << 20, 2 << 20);

    public MailLimits {
        if (bytes < 1 || depth < 1 || parts < 1 || headerBytes < 1 || fieldBytes < 1 || textChars < 1 || htmlChars < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** The same limits with another size in bytes. */
    public MailLimits withBytes(int most) {
        return new MailLimits(most, depth, parts, headerBytes, fieldBytes, textChars, htmlChars);
    }
}
