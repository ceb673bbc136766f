package org.countersign.quality.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * The review of one drawn ticket by a Quality Engineer who had no hand in it: a finding on every characteristic of the checklist.
 * It is given once and final; it tells about the lot and changes nothing of the ticket.
 */
@Entity
@Table(name = "quality_review")
public class QualityReview {

    @Id
    private Long id;

    @Column(name = "lot_id")
    private long lotId;

    @Column(name = "reviewer_id")
    private long reviewerId;

    private int nonconformities;

    @Column(name = "given_at")
    private Instant givenAt;

    protected QualityReview() {
    }

    /**
     * Reviews a drawn ticket.
     *
     * @param workedOnIt accounts that handled the ticket
     * @throws BusinessRuleViolation {@code review-own-work} when the reviewer is among them; {@code finding-twice};
     *                               {@code review-incomplete}, naming the characteristics without a finding
     */
    public static QualityReview give(SampledTicket drawn, long reviewerId, Set<Long> workedOnIt, List<Finding> findings,
            Instant now) {
        if (workedOnIt.contains(reviewerId)) {
            throw BusinessRuleViolation.forbidden("review-own-work", drawn.ticketNumber());
        }
        requireEachOnce(findings);
        QualityReview review = new QualityReview();
        review.id = drawn.id();
        review.lotId = drawn.lotId();
        review.reviewerId = reviewerId;
        review.nonconformities = (int) findings.stream().filter(finding -> !finding.conforming()).count();
        review.givenAt = now;
        return review;
    }

    private static void requireEachOnce(List<Finding> findings) {
        Set<Characteristic> missing = EnumSet.allOf(Characteristic.class);
        for (Finding finding : findings) {
            if (!missing.remove(finding.characteristic())) {
                throw BusinessRuleViolation.invalid("findings", "finding-twice", finding.characteristic());
            }
        }
        if (!missing.isEmpty()) {
            throw BusinessRuleViolation.invalid("findings", "review-incomplete",
                    missing.stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
    }

    /** The id of the {@link SampledTicket} it is about. */
    public Long id() {
        return id;
    }

    public long lotId() {
        return lotId;
    }

    public long reviewerId() {
        return reviewerId;
    }

    /** How many characteristics the ticket does not fulfil. */
    public int nonconformities() {
        return nonconformities;
    }

    /** A ticket is nonconforming as soon as one characteristic is not fulfilled. */
    public boolean nonconforming() {
        return nonconformities > 0;
    }

    public Instant givenAt() {
        return givenAt;
    }
}
