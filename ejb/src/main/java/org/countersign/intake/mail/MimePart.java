package org.countersign.intake.mail;

import java.util.Arrays;
import java.util.List;

/**
 * One part of a message, the message itself included: its fields, where its body lies, and the parts within.
 *
 * @param header its fields
 * @param type Content-Type with its parameters; {@code text/plain} when there is none or nonsense
 * @param disposition Content-Disposition with its parameters; empty value when there is none
 * @param raw the whole message
 * @param start first byte of the body
 * @param end byte after the body
 * @param children the parts of a multipart, or the one attached message; empty else
 */
record MimePart(
        HeaderFields header, Parameters type, Parameters disposition, byte[] raw, int start, int end, List<MimePart> children) {

    boolean isMultipart() {
        return type.value().startsWith("multipart/") && !children.isEmpty();
    }

    /** The bytes of the body as they are transferred. */
    byte[] transferred() {
        return Arrays.copyOfRange(raw, start, end);
    }

    /** The bytes of the body, decoded; an unknown or broken encoding leaves what it leaves. */
    byte[] content() {
        return TransferEncoding.decode(transferred(), header.first("Content-Transfer-Encoding").orElse(""));
    }

    String charset() {
        return type.get("charset").orElse("");
    }
}
