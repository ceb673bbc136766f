package org.countersign.replay.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.countersign.customer.model.AgreementDraft;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;

/** The question what would have been, of the tickets received in a period under a changed agreement. */
@Entity
public class Replay extends DomainEntity {

    /** As much as anybody agrees on at once. */
    private static final Duration LONGEST = Duration.ofDays(731);

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "from_at")
    private Instant fromAt;

    @Column(name = "to_at")
    private Instant toAt;

    private String document;
    private String hours;

    @Column(name = "calendar_revision")
    private Integer calendarRevision;

    private String changes;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "planned_at")
    private Instant plannedAt;

    protected Replay() {}

    /**
     * @param to exclusive
     * @param changes against the agreement in force
     * @param requestKey tells a second click from a second question; {@code null} where nothing can be clicked twice
     */
    public Replay(
            long contractId,
            Instant from,
            Instant to,
            AgreementDraft draft,
            String changes,
            String requestedBy,
            String requestKey,
            Instant now) {
        requirePeriod(from, to, now);
        this.contractId = contractId;
        this.fromAt = from;
        this.toAt = to;
        this.document = draft.document();
        this.hours = draft.hours();
        this.calendarRevision = draft.calendarRevision();
        this.changes = changes;
        this.requestedBy = requestedBy;
        this.requestKey = requestKey;
        this.requestedAt = now;
    }

    /** @throws BusinessRuleViolation {@code required}, {@code period-ends-before-start}, {@code replay-not-past}, {@code replay-too-long} */
    public static void requirePeriod(Instant from, Instant to, Instant now) {
        if (from == null || to == null) {
            throw BusinessRuleViolation.invalid(from == null ? "from" : "to", "required");
        }
        if (!from.isBefore(to)) {
            throw BusinessRuleViolation.invalid("to", "period-ends-before-start");
        }
        if (from.isAfter(now)) {
            throw BusinessRuleViolation.invalid("from", "replay-not-past");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw BusinessRuleViolation.invalid("to", "replay-too-long", LONGEST.toDays());
        }
    }

    /** The months of a zone that lie in its period as a whole and were over when it was asked for, in their order. */
    public List<YearMonth> wholeMonths(ZoneId zone) {
        Instant end = toAt.isBefore(requestedAt) ? toAt : requestedAt;
        YearMonth first = YearMonth.from(fromAt.atZone(zone));
        first = beginning(first, zone).isBefore(fromAt) ? first.plusMonths(1) : first;
        return Stream.iterate(first, month -> month.plusMonths(1))
                .takeWhile(month -> !beginning(month.plusMonths(1), zone).isAfter(end))
                .toList();
    }

    private static Instant beginning(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The blocks of its tickets are written down. */
    public void planned(Instant now) {
        plannedAt = now;
    }

    public boolean isPlanned() {
        return plannedAt != null;
    }

    public long contractId() {
        return contractId;
    }

    public Instant from() {
        return fromAt;
    }

    public Instant to() {
        return toAt;
    }

    /** The text of the changed agreement. */
    public String document() {
        return document;
    }

    /** The text of the hours that were given with it, or {@code null}. */
    public String hours() {
        return hours;
    }

    public Integer calendarRevision() {
        return calendarRevision;
    }

    public String changes() {
        return changes;
    }

    public String requestedBy() {
        return requestedBy;
    }

    /** Up to when what still runs is looked at. */
    public Instant requestedAt() {
        return requestedAt;
    }
}
