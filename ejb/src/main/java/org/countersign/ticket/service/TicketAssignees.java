package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.SkillDemands;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.service.Candidate;
import org.countersign.identity.service.GradedSkill;
import org.countersign.identity.service.SkillDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.rota.model.OnCallDuty;
import org.countersign.rota.service.RotaQueries;
import org.countersign.ticket.model.Ticket;

/**
 * Proposes who works on a ticket: agents of its level who meet what the contract demands and are not away, by fit. However many agents there
 * are, it costs the same number of statements.
 */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
public class TicketAssignees {

    @Inject
    private TicketAccess access;

    @Inject
    private TicketDemands demands;

    @Inject
    private TicketViews views;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private SkillDirectory skills;

    @Inject
    private RotaQueries rotas;

    /**
     * The best {@value CursorPage#DEFAULT_LIMIT} people for a ticket.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public AssigneeProposals proposals(String number) {
        Ticket ticket = access.find(number, access.caller());
        ContractTerms terms = customers.contract(ticket.contractId());
        return new AssigneeProposals(people(ticket, terms), missing(ticket, terms));
    }

    /** What the ticket's assignee lacks: names of the certificates that the contract demands and that are not in force any more. */
    public List<String> missing(String number) {
        Ticket ticket = access.find(number, access.caller());
        return missing(ticket, customers.contract(ticket.contractId()));
    }

    private List<String> missing(Ticket ticket, ContractTerms terms) {
        return ticket.assigneeId() == null || !ticket.state().isOpen() ? List.of() : demands.missing(ticket, terms, ticket.assigneeId());
    }

    private List<ProposedAssignee> people(Ticket ticket, ContractTerms terms) {
        SkillDemands demanded = demands.of(ticket, terms);
        LocalDate today = demands.today(terms);
        Set<Long> away = rotas.awayNow();
        SupportLevel level = ticket.level().staffed();
        List<Candidate> candidates = skills
                .candidates(level, demanded.skills().keySet(), demanded.certifications(), today)
                .stream()
                .filter(candidate -> !away.contains(candidate.accountId()) && meets(candidate, demanded))
                .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<Long, Long> workload = views.workload(candidates.stream().map(Candidate::accountId).toList());
        Map<String, String> names = skills.names(demanded.skills().keySet());
        Optional<OnCallDuty> duty = rotas.dutyNow(terms.id());
        return candidates.stream()
                .map(candidate -> new ProposedAssignee(
                        candidate.account(),
                        candidate.name(),
                        level,
                        demanded.skills().keySet().stream()
                                .map(code -> new GradedSkill(code, names.getOrDefault(code, code), candidate.skills().get(code)))
                                .toList(),
                        candidate.certifications(),
                        duty.map(shift -> part(shift, candidate.accountId())).orElse(null),
                        workload.getOrDefault(candidate.accountId(), 0L)))
                .sorted(Comparator.comparing(ProposedAssignee::fit))
                .limit(CursorPage.DEFAULT_LIMIT)
                .toList();
    }

    private static boolean meets(Candidate candidate, SkillDemands demanded) {
        for (Map.Entry<String, SkillLevel> demand : demanded.skills().entrySet()) {
            SkillLevel level = candidate.skills().get(demand.getKey());
            if (level == null || !level.meets(demand.getValue())) {
                return false;
            }
        }
        return candidate.lacks(demanded.certifications()).isEmpty();
    }

    private static ProposedAssignee.Duty part(OnCallDuty shift, long account) {
        if (shift.responsible() == account) {
            return ProposedAssignee.Duty.RESPONSIBLE;
        }
        return shift.backup() == account ? ProposedAssignee.Duty.BACKUP : null;
    }
}
