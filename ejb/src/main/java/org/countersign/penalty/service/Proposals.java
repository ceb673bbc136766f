package org.countersign.penalty.service;

import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.countersign.customer.model.PenaltyAmount;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.customer.model.PenaltyTerms;
import org.countersign.kernel.DomainEvent;
import org.countersign.penalty.model.MonthCap;
import org.countersign.penalty.model.PenaltyBook;
import org.countersign.penalty.model.PenaltyEntry;
import org.countersign.penalty.model.PenaltyEvent.PenaltyProposed;
import org.countersign.penalty.model.PenaltyMonth;

/** The entries that one assessment adds, each with the calculation that explains it. */
final class Proposals {

    private final PenaltyBook book;
    private final Event<DomainEvent> events;
    private final ServiceMonth month;
    private final PenaltyMonth assessed;
    private final MonthCap cap;
    private final Instant now;
    private final Map<String, Set<String>> known = new HashMap<>();
    private int added;

    Proposals(PenaltyBook book, Event<DomainEvent> events, ServiceMonth month, PenaltyMonth assessed, MonthCap cap, Instant now) {
        this.book = book;
        this.events = events;
        this.month = month;
        this.assessed = assessed;
        this.cap = cap;
        this.now = now;
    }

    /** Which of these tickets owe by the clause already: whatever month a breach moves to, nothing is owed twice for it. */
    Set<String> owing(PenaltyClause clause, Collection<String> tickets) {
        return book.owing(assessed.contractId(), clause.code(), tickets);
    }

    /** Whether the month has an entry of the clause about the subject already. */
    boolean has(PenaltyClause clause, String subject) {
        return known.computeIfAbsent(clause.code(), code -> book.subjects(assessed.id(), code)).contains(subject);
    }

    /**
     * Proposes what is owed, within the cap of the month.
     *
     * @param facts what was counted
     */
    void add(PenaltyClause clause, String subject, PenaltyAmount owed, Map<String, Object> facts) {
        PenaltyTerms terms = month.terms().agreement().penalties();
        BigDecimal before = cap.owed();
        BigDecimal calculated = terms.money(owed);
        BigDecimal amount = cap.take(calculated);
        Map<String, Object> calculation = new LinkedHashMap<>();
        calculation.put("contractVersion", month.terms().version());
        calculation.put("calendarRevision", month.terms().calendarRevision());
        calculation.put("from", month.from().toString());
        calculation.put("until", month.until().toString());
        calculation.put("clause", clause.toMap());
        calculation.putAll(facts);
        calculation.put("base", terms.base().toPlainString());
        if (owed.percent() != null) {
            calculation.put("percentOfBase", owed.percent().toPlainString());
            calculation.put("rounding", terms.rounding().name());
        }
        calculation.put("calculated", calculated.toPlainString());
        if (cap.most() != null) {
            calculation.put("cap", cap.most().toPlainString());
            calculation.put("owedBefore", before.setScale(terms.digits(), terms.rounding()).toPlainString());
        }
        calculation.put("capped", amount.compareTo(calculated) < 0);
        calculation.put("amount", amount.toPlainString());
        PenaltyEntry entry = new PenaltyEntry(assessed, clause.code(), subject, clause.measure(), book.print(calculation), now);
        book.add(entry);
        book.add(entry.propose(amount, now));
        added++;
        events.fire(new PenaltyProposed(
                entry.contractId(), entry.id(), month.terms().code(), entry.month(), entry.clause(), subject, amount,
                assessed.currency(), month.terms().version()));
    }

    int added() {
        return added;
    }
}
