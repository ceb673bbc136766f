package org.countersign.ticket.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.SkillDemands;
import org.countersign.identity.service.SkillDirectory;
import org.countersign.ticket.model.Ticket;

/** What a contract demands of whoever works on a ticket, and what somebody lacks of it today in the contract's zone. */
@ApplicationScoped
class TicketDemands {

    @Inject
    private SkillDirectory skills;

    @Inject
    private Clock clock;

    SkillDemands of(Ticket ticket, ContractTerms terms) {
        return terms.agreement().skills().about(ticket.service());
    }

    /** Names of the certificates that are demanded and that the account does not hold in force; nothing is read where none is demanded. */
    List<String> missing(Ticket ticket, ContractTerms terms, long accountId) {
        return skills.missing(accountId, of(ticket, terms).certifications(), today(terms));
    }

    LocalDate today(ContractTerms terms) {
        return LocalDate.ofInstant(clock.instant(), terms.calendar().zone());
    }
}
