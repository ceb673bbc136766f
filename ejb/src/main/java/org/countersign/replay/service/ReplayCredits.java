package org.countersign.replay.service;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.customer.model.PenaltyTerms;
import org.countersign.penalty.model.MonthCap;
import org.countersign.penalty.model.Share;
import org.countersign.replay.model.ReplaySide;

/**
 * What one side's targets of a month come to by penalty clauses, as the assessment of a month counts them: clause by clause within the cap. What
 * is owed for the availability of services is no matter of tickets and stays out.
 */
final class ReplayCredits {

    private final List<ReplayViews.Sum> sums;

    ReplayCredits(List<ReplayViews.Sum> sums) {
        this.sums = sums;
    }

    /** The months in which anything was decided, in order. */
    List<YearMonth> months() {
        return sums.stream()
                .filter(sum -> sum.met() + sum.missed() > 0)
                .map(sum -> YearMonth.parse(sum.month()))
                .distinct()
                .sorted()
                .toList();
    }

    /** @param terms that count for the month; {@code null} when nothing is owed */
    ReplayDetails.Money owed(ReplaySide side, YearMonth month, PenaltyTerms terms) {
        if (terms == null) {
            return null;
        }
        MonthCap cap = new MonthCap(terms, BigDecimal.ZERO);
        terms.clauses().stream()
                .filter(clause -> clause.measure() != PenaltyMeasure.AVAILABILITY)
                .forEach(clause -> cap.take(calculated(clause, side, month, terms)));
        return new ReplayDetails.Money(cap.owed().setScale(terms.digits(), terms.rounding()), terms.currency().getCurrencyCode());
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
