package org.countersign.audit.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One link of a chain: it ties an entry to the link before it, so that neither can be changed, moved or taken away without a trace.
 *
 * <p>The hash is the SHA-256, in lower-case hexadecimal digits, of these bytes. First the line {@value #FORM}, ended by a line feed. Then
 * twelve fields in this order: hash of the previous link (64 zeros for the first), contract id of the chain (0 for the system's), position in
 * the chain (from 1), time of sealing, id of the entry, time of the entry, actor, network address, action, subject type, subject id, facts.
 * Each field is written as the number of its bytes in UTF-8, a colon, the bytes, and a line feed; a field that is empty in the database (SQL
 * {@code NULL}) as a hyphen and a line feed. Numbers are decimal; times are UTC in the form {@code 2026-11-16T09:00:00.123456Z}, always with
 * six decimals. An auditor can recompute it with any tool that knows SHA-256.
 *
 * @param contractId the chain
 * @param position from 1
 * @param entryId the entry tied in
 * @param previousHash hash of the link before
 * @param hash this link's
 * @param sealedAt when it was linked, in whole microseconds
 */
public record ChainLink(long contractId, long position, long entryId, String previousHash, String hash, Instant sealedAt) {

    /** Names the form of the hashed bytes. */
    public static final String FORM = "countersign-audit-1";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Ties {@code entry} to the end of its chain. */
    public static ChainLink after(ChainHead head, EntryFacts entry, Instant sealedAt) {
        long position = head.position() + 1;
        return new ChainLink(
                head.contractId(),
                position,
                entry.id(),
                head.hash(),
                hash(head.hash(), head.contractId(), position, sealedAt, entry),
                sealedAt);
    }

    /** What becomes the end of the chain with this link. */
    public ChainHead head() {
        return new ChainHead(contractId, position, hash);
    }

    /** Whether the hash is that of this link's other fields and of {@code entry}. */
    public boolean holds(EntryFacts entry) {
        return hash.equals(hash(previousHash, contractId, position, sealedAt, entry));
    }

    private static String hash(String previousHash, long contractId, long position, Instant sealedAt, EntryFacts entry) {
        return HexFormat.of()
                .formatHex(sha256(bytes(
                        previousHash,
                        Long.toString(contractId),
                        Long.toString(position),
                        TIME.format(sealedAt),
                        Long.toString(entry.id()),
                        TIME.format(entry.occurredAt()),
                        entry.actor(),
                        entry.address(),
                        entry.action(),
                        entry.subjectType(),
                        entry.subjectId(),
                        entry.facts())));
    }

    private static byte[] bytes(String... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((FORM + "\n").getBytes(StandardCharsets.UTF_8));
        for (String field : fields) {
            if (field == null) {
                bytes.write('-');
            } else {
                byte[] text = field.getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes((text.length + ":").getBytes(StandardCharsets.UTF_8));
                bytes.writeBytes(text);
            }
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
