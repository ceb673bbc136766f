package org.countersign.intake.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.IntakeEvent.MailboxChanged;
import org.countersign.intake.model.Mailbox;
import org.countersign.intake.model.Mailboxes;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Changes;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;

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
    public List<MailboxRow> list() {
        Map<Long, String> contracts =
                customers.contracts().stream().collect(Collectors.toMap(ContractTerms::id, ContractTerms::code));
        return mailboxes.all().stream().map(mailbox -> row(mailbox, contracts.get(mailbox.contractId()))).toList();
    }

    /** @throws BusinessRuleViolation {@code not-found} */
    public MailboxRow find(String address) {
        Mailbox mailbox = mailboxes.byAddresses(List.of(small(address))).stream().findFirst()
                .orElseThrow(() -> BusinessRuleViolation.notFound("mailbox", address));
        return row(mailbox, customers.contract(mailbox.contractId()).code());
    }

    /**
     * Adds a mailbox.
     *
     * @return its id
     * @throws BusinessRuleViolation {@code required}, {@code contract-unknown}, {@code mailbox-exists}, and what {@link Mailbox} and {@link ImapAccount} refuse
     */
    public long add(NewMailbox request) {
        ContractTerms terms = contract(request.contract());
        Mailbox mailbox =
                new Mailbox(request.address(), terms.id(), request.displayName(), request.authservId(), request.imap());
        if (!mailboxes.byAddresses(List.of(mailbox.address())).isEmpty()) {
            throw BusinessRuleViolation.invalid("address", "mailbox-exists", mailbox.address());
        }
        mailboxes.add(mailbox);
        tell(mailbox, mailbox.contractId(), "");
        return mailbox.id();
    }

    /**
     * Says as a whole what the mailbox is; its address stays. Nothing is told when nothing differs. One that is not active is polled no
     * longer, and what is handed in for it is still taken.
     *
     * @param expectedVersion of the {@link MailboxRow} that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}, {@code contract-unknown}, and what {@link Mailbox} refuses
     */
    public void change(String address, ChangeMailbox wanted, Long expectedVersion) {
        ContractTerms terms = contract(wanted.contract());
        Mailbox mailbox = mailboxes.lock(small(address)).orElseThrow(() -> BusinessRuleViolation.notFound("mailbox", address));
        MailboxRow before = row(mailbox, customers.contract(mailbox.contractId()).code());
        if (expectedVersion != null && before.version() != expectedVersion) {
            throw BusinessRuleViolation.stale(mailbox.address());
        }
        long contractBefore = mailbox.contractId();
        mailbox.amend(terms.id(), wanted.displayName(), wanted.authservId(), wanted.imap());
        if (wanted.active()) {
            mailbox.activate();
        } else {
            mailbox.deactivate();
        }
        String changes = changes(before, row(mailbox, terms.code())).toString();
        if (!changes.isEmpty()) {
            tell(mailbox, contractBefore, changes);
            if (contractBefore != mailbox.contractId()) {
                tell(mailbox, mailbox.contractId(), changes);
            }
        }
    }

    private ContractTerms contract(String code) {
        String known = Input.line("contract", code, 100);
        return customers.findContract(known).orElseThrow(() -> BusinessRuleViolation.invalid("contract", "contract-unknown", known));
    }

    private static String small(String address) {
        return address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
    }

    private static MailboxRow row(Mailbox mailbox, String contract) {
        return new MailboxRow(
                mailbox.id(),
                mailbox.address(),
                contract,
                mailbox.displayName(),
                mailbox.authservId().orElse(null),
                mailbox.imap().orElse(null),
                mailbox.active(),
                mailbox.lastPolledAt(),
                mailbox.lastSuccessAt(),
                mailbox.lastError());
    }

    private static Changes changes(MailboxRow before, MailboxRow after) {
        return new Changes()
                .note("contract", before.contract(), after.contract())
                .note("displayName", before.displayName(), after.displayName())
                .note("authservId", before.authservId(), after.authservId())
                .note("imap", before.imap(), after.imap())
                .note("active", before.active(), after.active());
    }

    private void tell(Mailbox mailbox, long contractId, String changes) {
        events.fire(new MailboxChanged(
                contractId, mailbox.address(), mailbox.active(), mailbox.imap().map(ImapAccount::host).orElse(null), changes));
    }
}
