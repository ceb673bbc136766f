package org.countersign.intake.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * The key by which a message is known when it arrives a second time (another node, a pipe beside the mailbox, a poll that
 * was cut off): {@code mid:} and the Message-ID when there is one, since each way adds its own Received fields to the bytes;
 * else {@code sha256:} and the digest of the raw bytes. A Message-ID too long for a column is itself digested
 * ({@code mid-sha256:}).
 *
 * <p>The sender chooses the Message-ID and may send one message to two desks: uniqueness is per receiving mailbox.
 *
 * @param value ASCII or Unicode text of at most {@value #MAX_LENGTH} characters
 */
public record DedupeKey(String value) {

    /** The longest key there is, in characters. */
    public static final int MAX_LENGTH = 255;

    public DedupeKey {
        Objects.requireNonNull(value);
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("length " + value.length());
        }
    }

    /** The key of a message: by its Message-ID if it has one, else by its bytes. */
    public static DedupeKey of(Optional<String> messageId, byte[] raw) {
        return messageId.map(DedupeKey::ofMessageId).orElseGet(() -> ofBytes(raw));
    }

    /** The key of bytes without a known Message-ID. */
    public static DedupeKey ofBytes(byte[] raw) {
        return new DedupeKey("sha256:" + sha256(raw));
    }

    private static DedupeKey ofMessageId(String messageId) {
        String key = "mid:" + messageId;
        return new DedupeKey(
                key.length() <= MAX_LENGTH ? key : "mid-sha256:" + sha256(messageId.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
