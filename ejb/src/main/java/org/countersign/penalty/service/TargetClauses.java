package org.countersign.penalty.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.customer.model.PenaltyTier;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TicketTraits;
import org.countersign.penalty.model.PenaltyMonth;
import org.countersign.penalty.model.Share;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.service.MetTarget;
import org.countersign.ticket.service.MissedTarget;
import org.countersign.ticket.service.TargetOutcomes;

/** Clauses about the targets of tickets: an entry for each ticket that missed one, or one entry by how the month went. */
@ApplicationScoped
class TargetClauses {

    /** Ticket numbers that a calculation lists; beyond, it says how many there are. */
    private static final int MOST_NUMBERS = 5_000;

    @Inject
    private TargetOutcomes outcomes;

    void propose(PenaltyClause clause, ServiceMonth month, Proposals proposals) {
        if (clause.perBreach() == null) {
            proposeForMonth(clause, month, proposals);
            return;
        }
        forEachPageOfMissed(clause, month, page -> {
            Set<String> owing = proposals.owing(clause, page.stream().map(MissedTarget::number).toList());
            page.stream()
                    .filter(missed -> !owing.contains(missed.number()))
                    .forEach(missed -> proposals.add(clause, missed.number(), clause.perBreach(), breach(missed)));
        });
    }

    private static Map<String, Object> breach(MissedTarget missed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("breaches", 1);
        facts.put("tickets", List.of(missed.number()));
        facts.put("priority", missed.priority().name());
        facts.put("due", missed.due().toString());
        if (missed.met() != null) {
            facts.put("met", missed.met().toString());
        }
        return facts;
    }

    private void proposeForMonth(PenaltyClause clause, ServiceMonth month, Proposals proposals) {
        if (proposals.has(clause, PenaltyMonth.WHOLE_MONTH)) {
            return;
        }
        List<String> numbers = new ArrayList<>();
        long[] breaches = new long[1];
        forEachPageOfMissed(clause, month, page -> {
            breaches[0] += page.size();
            page.stream().limit(MOST_NUMBERS - numbers.size()).map(MissedTarget::number).forEach(numbers::add);
        });
        long met = met(clause, month);
        Share compliance = new Share(met, met + breaches[0]);
        Optional<PenaltyTier> tier = clause.tier(compliance::isBelow);
        if (tier.isEmpty()) {
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("breaches", breaches[0]);
        facts.put("met", met);
        facts.put("compliance", compliance.percent().toPlainString());
        facts.put("tickets", numbers);
        facts.put("tierBelow", tier.get().below().toPlainString());
        proposals.add(clause, PenaltyMonth.WHOLE_MONTH, tier.get().credit(), facts);
    }

    private void forEachPageOfMissed(PenaltyClause clause, ServiceMonth month, Consumer<List<MissedTarget>> visitor) {
        List<MissedTarget> page;
        long after = 0;
        do {
            page = outcomes.missed(
                    month.terms().id(), target(clause), priorities(clause), month.from(), month.until(), after);
            if (!page.isEmpty()) {
                visitor.accept(page);
                after = page.get(page.size() - 1).id();
            }
        } while (page.size() == TargetOutcomes.PAGE);
    }

    /** Only what was promised counts as kept: the contract may say of some tickets by when they are answered, but not by when resolved. */
    private long met(PenaltyClause clause, ServiceMonth month) {
        List<MetTarget> page;
        long after = 0;
        long met = 0;
        do {
            page = outcomes.met(month.terms().id(), target(clause), priorities(clause), month.from(), month.until(), after);
            met += page.stream().filter(ticket -> isPromised(ticket, clause, month.terms())).count();
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == TargetOutcomes.PAGE);
        return met;
    }

    private static boolean isPromised(MetTarget ticket, PenaltyClause clause, ContractTerms terms) {
        TicketTraits traits = new TicketTraits(
                ticket.kind().name(),
                ticket.channel().name(),
                ticket.service(),
                LocalDate.ofInstant(ticket.receivedAt(), terms.calendar().zone()));
        return terms.agreement().promise(traits, ticket.priority().name()).times().of(target(clause)).isPresent();
    }

    private static ServiceTarget target(PenaltyClause clause) {
        return clause.measure().target().orElseThrow();
    }

    private static List<Priority> priorities(PenaltyClause clause) {
        return clause.prioritiesMeant().stream().map(Priority::valueOf).toList();
    }
}
