package org.countersign.intake.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.IntakeEvent.MailboxChanged;
import org.countersign.intake.model.Mailbox;
import org.countersign.intake.model.Mailboxes;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;

/** The mailboxes of this desk. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.SYSTEM})
public class MailboxAdministration {

    @Inject
    private Mailboxes mailboxes;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Event<DomainEvent> events;

    /** All, by address. */
    @RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.AGENT_ROLE, Role.SYSTEM})
    public List<MailboxRow> list() {
        Map<Long, String> contracts =
                customers.contracts().stream().collect(Collectors.toMap(ContractTerms::id, ContractTerms::code));
        return mailboxes.all().stream()
                .map(mailbox -> new MailboxRow(
                        mailbox.id(),
                        mailbox.address(),
                        contracts.get(mailbox.contractId()),
                        mailbox.displayName(),
                        mailbox.authservId().orElse(null),
                        mailbox.imap().map(ImapAccount::host).orElse(null),
                        mailbox.active(),
                        mailbox.lastPolledAt(),
                        mailbox.lastSuccessAt(),
                        mailbox.lastError()))
                .toList();
    }

    /**
     * Adds a mailbox.
     *
     * @return its id
     * @throws BusinessRuleViolation {@code contract-unknown}, {@code mailbox-exists}, and what {@link Mailbox} and {@link ImapAccount} refuse
     */
    public long add(NewMailbox request) {
        ContractTerms terms = customers.findContract(request.contract())
                .orElseThrow(() -> BusinessRuleViolation.invalid("contract", "contract-unknown", String.valueOf(request.contract())));
        Mailbox mailbox =
                new Mailbox(request.address(), terms.id(), request.displayName(), request.authservId(), request.imap());
        if (!mailboxes.byAddresses(List.of(mailbox.address())).isEmpty()) {
            throw BusinessRuleViolation.invalid("address", "mailbox-exists", mailbox.address());
        }
        mailboxes.add(mailbox);
        changed(mailbox);
        return mailbox.id();
    }

    public void activate(long id) {
        change(id, Mailbox::activate);
    }

    /** It is polled no longer; what is handed in for it is still taken. */
    public void deactivate(long id) {
        change(id, Mailbox::deactivate);
    }

    private void change(long id, Consumer<Mailbox> verb) {
        Mailbox mailbox = mailboxes.byId(id).orElseThrow(() -> BusinessRuleViolation.notFound("mailbox", id));
        verb.accept(mailbox);
        changed(mailbox);
    }

    private void changed(Mailbox mailbox) {
        events.fire(new MailboxChanged(
                mailbox.contractId(), mailbox.address(), mailbox.active(), mailbox.imap().map(ImapAccount::host).orElse(null)));
    }
}
