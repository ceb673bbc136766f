package org.countersign.ticket.model;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.countersign.kernel.BusinessRuleViolation;

/** A file of a ticket (M87). Its name is only a label: files are found by id, and always offered as downloads. */
@Entity
@Table(name = "ticket_attachment")
public class TicketAttachment {

    /** Largest file, in bytes. */
    public static final int MAXIMUM_SIZE = 20 * 1024 * 1024;

    /** Largest sum of a ticket's files, in bytes. */
    public static final long MAXIMUM_PER_TICKET = 100L * 1024 * 1024;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "ticket_id")
    private long ticketId;

    private String name;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "size_bytes")
    private long sizeBytes;

    private String sha256;

    @Basic(fetch = FetchType.LAZY)
    private byte[] content;

    @Column(name = "author_id")
    private Long authorId;

    @Column(name = "contact_id")
    private Long contactId;

    @Column(name = "attached_at")
    private Instant attachedAt;

    protected TicketAttachment() {}

    /**
     * @param authorId the account that attached it, or {@code null} for a contact's mail
     * @throws BusinessRuleViolation {@code attachment-empty} or {@code attachment-too-large}
     */
    public TicketAttachment(
            long ticketId, String name, String mediaType, byte[] content, Long authorId, Long contactId, Instant attachedAt) {
        if (content.length == 0) {
            throw BusinessRuleViolation.invalid("file", "attachment-empty");
        }
        if (content.length > MAXIMUM_SIZE) {
            throw BusinessRuleViolation.invalid("file", "attachment-too-large", MAXIMUM_SIZE);
        }
        this.ticketId = ticketId;
        this.name = label(name);
        this.mediaType = mediaType == null || mediaType.length() > 150 ? "application/octet-stream" : mediaType;
        this.content = content.clone();
        this.sizeBytes = content.length;
        this.sha256 = digest(content);
        this.authorId = authorId;
        this.contactId = contactId;
        this.attachedAt = attachedAt;
    }

    /** The last part of a path, without control characters, at most 200 characters; {@code file} when nothing is left. */
    static String label(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "").strip();
        if (clean.isEmpty() || clean.equals(".") || clean.equals("..")) {
            return "file";
        }
        return clean.length() <= 200 ? clean : clean.substring(clean.length() - 200);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    public String sha256() {
        return sha256;
    }

    public byte[] content() {
        return content.clone();
    }
}
