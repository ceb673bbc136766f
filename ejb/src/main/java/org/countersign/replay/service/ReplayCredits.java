package org.countersign.replay.service;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.customer.model.PenaltyTerms;
import org.countersign.penalty.model.Availability;
import org.countersign.penalty.model.MonthCap;
import org.countersign.penalty.model.Share;
import org.countersign.replay.model.ReplaySide;

/**
 * What a month comes to by penalty clauses on one side, as the assessment of a month counts them: clause by clause within the cap. Targets
 * count as those of the replayed tickets came out, services as their outages are recorded now.
 */
final class ReplayCredits {

    private final List<ReplayViews.Sum> sums;

    ReplayCredits(List<ReplayViews.Sum> sums) {
        this.sums = sums;
    }

    /** The months in which the target of any ticket was decided, in order. */
    List<YearMonth> months() {
        return sums.stream()
                .filter(sum -> sum.met() + sum.missed() > 0)
                .map(sum -> YearMonth.parse(sum.month()))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * @param terms that count for the month; {@code null} when nothing is owed
     * @param services how available they were on this side; none where no month is over
     */
    ReplayDetails.Money owed(ReplaySide side, YearMonth month, PenaltyTerms terms, List<Availability> services) {
        if (terms == null) {
            return null;
        }
        MonthCap cap = new MonthCap(terms, BigDecimal.ZERO);
        BigDecimal forAvailability = BigDecimal.ZERO;
        for (PenaltyClause clause : terms.clauses()) {
            if (clause.measure() == PenaltyMeasure.AVAILABILITY) {
                for (Availability service : services) {
                    forAvailability = forAvailability.add(service.owedBy(clause).map(terms::money).map(cap::take).orElse(BigDecimal.ZERO));
                }
            } else {
                cap.take(calculated(clause, side, month, terms));
            }
        }
        return new ReplayDetails.Money(
                cap.owed().setScale(terms.digits(), terms.rounding()),
                forAvailability.setScale(terms.digits(), terms.rounding()),
                terms.currency().getCurrencyCode());
    }

    private BigDecimal calculated(PenaltyClause clause, ReplaySide side, YearMonth month, PenaltyTerms terms) {
        Predicate<ReplayViews.Sum> meant = sum -> sum.side() == side
                && sum.month().equals(month.toString())
                && clause.measure().target().filter(target -> target == sum.target()).isPresent()
                && clause.prioritiesMeant().contains(sum.priority().name());
        long missed = sums.stream().filter(meant).mapToLong(ReplayViews.Sum::missed).sum();
        if (clause.perBreach() != null) {
            return terms.money(clause.perBreach()).multiply(BigDecimal.valueOf(missed));
        }
        long met = sums.stream().filter(meant).mapToLong(ReplayViews.Sum::met).sum();
        Share compliance = new Share(met, met + missed);
        return clause.tier(compliance::isBelow).map(tier -> terms.money(tier.credit())).orElse(BigDecimal.ZERO);
    }
}
