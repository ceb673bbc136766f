package org.countersign.report.model;

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
import java.time.YearMonth;
import java.util.HexFormat;

/** A service report as it was handed out, in one language. Never changed, never deleted; a later run adds a revision. */
@Entity
@Table(name = "service_report")
public class StoredReport {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "report_month")
    private String month;

    private int revision;
    private String language;

    @Basic(fetch = FetchType.LAZY)
    private byte[] content;

    @Column(name = "size_bytes")
    private long sizeBytes;

    private String sha256;

    @Column(name = "cut_off_at")
    private Instant cutOffAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "run_id")
    private String runId;

    protected StoredReport() {
    }

    /**
     * @param revision 1 for the first report of the month
     * @param language en, hu, nl or pt
     * @param content  the PDF
     * @param runId    the run that made it
     */
    public StoredReport(long contractId, ReportPeriod period, int revision, String language, byte[] content,
                        Instant createdAt, String runId) {
        this.contractId = contractId;
        this.month = period.month().toString();
        this.revision = revision;
        this.language = language;
        this.content = content.clone();
        this.sizeBytes = content.length;
        this.sha256 = digest(content);
        this.cutOffAt = period.cutOffAt();
        this.createdAt = createdAt;
        this.runId = runId;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public Long id() {
        return id;
    }

    public long contractId() {
        return contractId;
    }

    public YearMonth month() {
        return YearMonth.parse(month);
    }

    public int revision() {
        return revision;
    }

    public String language() {
        return language;
    }

    public byte[] content() {
        return content.clone();
    }

    /** 64 lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** When the month was cut off, or {@code null} when it had ended. */
    public Instant cutOffAt() {
        return cutOffAt;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
