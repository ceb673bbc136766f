package org.countersign.vendor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** One entry of a case's correspondence. It is written once and never changed. */
@Entity
@Table(name = "vendor_case_entry")
public class VendorCaseEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_id")
    private VendorCase vendorCase;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    @Column(name = "occurred_at")
    private Instant at;

    @Column(name = "by_id")
    private Long byId;

    private String text;

    @Enumerated(EnumType.STRING)
    private ChaserReason reason;

    @Column(name = "mailed_to")
    private String mailedTo;

    @Column(name = "mailed_from")
    private String mailedFrom;

    @Column(name = "message_id")
    private Long messageId;

    protected VendorCaseEntry() {}

    private VendorCaseEntry(VendorCase vendorCase, int ordinal, EntryKind kind, Instant at) {
        this.vendorCase = vendorCase;
        this.ordinal = ordinal;
        this.kind = kind;
        this.at = at;
    }

    /** @param mailedTo the vendor's address, or {@code null} where it was told by other means */
    static VendorCaseEntry told(VendorCase vendorCase, int ordinal, String text, long byId, String mailedTo, Instant at) {
        VendorCaseEntry entry = new VendorCaseEntry(vendorCase, ordinal, EntryKind.TOLD, at);
        entry.text = text;
        entry.byId = byId;
        entry.mailedTo = mailedTo;
        return entry;
    }

    /** What somebody recorded as the vendor's answer. */
    static VendorCaseEntry answered(VendorCase vendorCase, int ordinal, String text, long byId, Instant at) {
        VendorCaseEntry entry = new VendorCaseEntry(vendorCase, ordinal, EntryKind.ANSWERED, at);
        entry.text = text;
        entry.byId = byId;
        return entry;
    }

    static VendorCaseEntry answeredByMail(VendorCase vendorCase, int ordinal, String text, String from, long messageId, Instant at) {
        VendorCaseEntry entry = new VendorCaseEntry(vendorCase, ordinal, EntryKind.ANSWERED, at);
        entry.text = text;
        entry.mailedFrom = from;
        entry.messageId = messageId;
        return entry;
    }

    /** @param mailedTo the vendor's address, or {@code null} where it takes no mail */
    static VendorCaseEntry chaser(VendorCase vendorCase, int ordinal, ChaserReason reason, String mailedTo, Instant at) {
        VendorCaseEntry entry = new VendorCaseEntry(vendorCase, ordinal, EntryKind.CHASED, at);
        entry.reason = reason;
        entry.mailedTo = mailedTo;
        return entry;
    }

    /** The place in the correspondence, from 0 on. */
    public int ordinal() {
        return ordinal;
    }

    public EntryKind kind() {
        return kind;
    }

    public Instant at() {
        return at;
    }

    /** Who wrote it down; {@code null} for a chaser, and for what the vendor wrote itself. */
    public Long byId() {
        return byId;
    }

    /** What was told; {@code null} for a chaser. */
    public String text() {
        return text;
    }

    /** Why the vendor was chased, or {@code null}. */
    public ChaserReason reason() {
        return reason;
    }

    /** The address from which the vendor answered by mail, or {@code null}. */
    public String mailedFrom() {
        return mailedFrom;
    }

    /** The message that came in, or {@code null}. */
    public Long messageId() {
        return messageId;
    }

    /** Where it went by mail, or {@code null}. */
    public String mailedTo() {
        return mailedTo;
    }
}
