package org.countersign.intake.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.IntakeEvent.MailboxChanged;
import org.countersign.intake.model.Mailbox;
import org.countersign.intake.model.Mailboxes;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Changes;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;

/** The mailboxes of this desk. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.SYSTEM})
public class MailboxAdministration {

    @Inject
    private Mailboxes mailboxes;

    @Inject
    private IntakeViews views;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Mailboxes by address.
     *
     * @param text part of address, name or contract, or {@code null} for all
     * @throws BusinessRuleViolation {@code limit-out-of-range}
     */
    public CursorPage<MailboxRow> list(String text, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return CursorPage.of(views.mailboxes(text, after, rows + 1), rows, MailboxRow::address);
    }

    /** The mailbox with that address, or nothing. */
    public Optional<MailboxRow> known(String address) {
        return mailboxes.byAddresses(List.of(small(address))).stream()
                .findFirst()
                .map(mailbox -> MailboxRow.of(mailbox, customers.contract(mailbox.contractId()).code()));
    }

    /** @throws BusinessRuleViolation {@code not-found} */
    public MailboxRow find(String address) {
        return known(address).orElseThrow(() -> BusinessRuleViolation.notFound("mailbox", address));
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
        MailboxRow before = MailboxRow.of(mailbox, customers.contract(mailbox.contractId()).code());
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
        String changes = changes(before, MailboxRow.of(mailbox, terms.code())).toString();
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
