package org.countersign.penalty.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.countersign.customer.model.OutageCause;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;
import org.countersign.ticket.model.Text;

/**
 * That a service of a contract was not there. It may last still; it is corrected while it is known better, and withdrawn if it never was.
 * Whether its time counts, the contract says by the cause.
 */
@Entity
@Table(name = "outage")
public class Outage extends DomainEntity {

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "organisation_id")
    private long organisationId;

    private String service;

    @Column(name = "starts_at")
    private Instant start;

    @Column(name = "ends_at")
    private Instant end;

    @Enumerated(EnumType.STRING)
    private OutageCause cause;

    private String note;

    @Column(name = "ticket_number")
    private String ticket;

    @Column(name = "recorded_by_id")
    private long recordedById;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "live_key")
    private String liveKey;

    protected Outage() {}

    /**
     * What is known of an outage.
     *
     * @param end {@code null} while it lasts
     * @param note what happened; of an outage with a cause that may be excluded, why it is put down to that
     * @param ticket number of the ticket that it belongs to, or {@code null}
     */
    public record Facts(Instant start, Instant end, OutageCause cause, String note, String ticket) {}

    /**
     * @param service as the contract names it
     * @throws BusinessRuleViolation {@code required}, {@code too-long}; {@code outage-ends-before-start}; {@code outage-to-come} unless it
     *     is agreed maintenance
     */
    public static Outage record(long contractId, long organisationId, String service, Facts facts, long accountId, Instant now) {
        Outage outage = new Outage();
        outage.contractId = contractId;
        outage.organisationId = organisationId;
        outage.service = service;
        outage.recordedById = accountId;
        outage.recordedAt = now;
        outage.take(facts, now);
        return outage;
    }

    /**
     * Corrects or completes what is known.
     *
     * @param facts all that is known now
     * @throws BusinessRuleViolation {@code outage-withdrawn}, and those of {@link #record}
     */
    public void correct(Facts facts, Instant now) {
        requireInForce();
        take(facts, now);
    }

    /**
     * It never was.
     *
     * @throws BusinessRuleViolation {@code outage-withdrawn}
     */
    public void withdraw(Instant now) {
        requireInForce();
        withdrawnAt = now;
        liveKey = null;
    }

    private void requireInForce() {
        if (withdrawnAt != null) {
            throw BusinessRuleViolation.conflict("outage-withdrawn");
        }
    }

    private void take(Facts facts, Instant now) {
        if (facts.start == null) {
            throw BusinessRuleViolation.invalid("start", "required");
        }
        if (facts.cause == null) {
            throw BusinessRuleViolation.invalid("cause", "required");
        }
        if (facts.end != null && !facts.end.isAfter(facts.start)) {
            throw BusinessRuleViolation.invalid("end", "outage-ends-before-start", facts.start, facts.end);
        }
        if (facts.cause != OutageCause.AGREED_MAINTENANCE) {
            requirePast("start", facts.start, now);
            requirePast("end", facts.end, now);
        }
        start = facts.start;
        end = facts.end;
        cause = facts.cause;
        note = Text.required("note", facts.note, Text.REASON);
        ticket = facts.ticket;
        liveKey = key(contractId, service, start);
    }

    /** By which an outage is known while it is not withdrawn: of a service there is one with the same beginning. */
    public static String key(long contractId, String service, Instant start) {
        return contractId + "/" + service.toLowerCase(Locale.ROOT) + "/" + start.truncatedTo(ChronoUnit.MICROS);
    }

    private static void requirePast(String field, Instant instant, Instant now) {
        if (instant != null && instant.isAfter(now)) {
            throw BusinessRuleViolation.invalid(field, "outage-to-come", instant);
        }
    }

    public Facts facts() {
        return new Facts(start, end, cause, note, ticket);
    }

    public long contractId() {
        return contractId;
    }

    public long organisationId() {
        return organisationId;
    }

    public String service() {
        return service;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }
}
