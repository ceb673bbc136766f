package org.countersign.customer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.CustomerEvent.ContactNamed;
import org.countersign.customer.model.CustomerEvent.ContactRemoved;
import org.countersign.customer.model.CustomerEvent.StakeholderAdded;
import org.countersign.customer.model.CustomerEvent.StakeholderRemoved;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.Stakeholder;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;

/**
 * Who reports under a contract, who accepts for the customer, and who gets the reports. Each is said as it shall be from now on: to say it
 * twice changes nothing, and those who say something about one contract at once wait for each other.
 */
@Stateless
@RolesAllowed(Role.ADMIN_ROLE)
public class ContractPeople {

    @Inject
    private CustomerAdministration administration;

    @Inject
    private Customers customers;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * A contact of the customer reports under the contract.
     *
     * @param fixed whether the contact speaks for the customer without anybody else's word (M96)
     * @param mayAccept whether the contact accepts solutions for the customer (M64)
     * @throws BusinessRuleViolation {@code not-found}, {@code contact-unknown}
     */
    public void setContact(String contract, String email, boolean fixed, boolean mayAccept) {
        ContractTerms terms = locked(contract);
        Contact contact = contactOf(terms, email);
        Optional<ContractContact> known = customers.membership(terms.id(), contact.id());
        if (known.isEmpty()) {
            administration.nameContact(terms.code(), contact.email(), fixed);
        } else if (known.get().fixed() != fixed) {
            known.get().fix(fixed);
            events.fire(new ContactNamed(terms.id(), terms.code(), contact.email(), fixed));
        }
        if (accepts(terms, contact) != mayAccept) {
            if (mayAccept) {
                administration.grantAuthorisation(terms.code(), contact.email());
            } else {
                administration.endAuthorisation(terms.code(), contact.email());
            }
        }
    }

    /**
     * A contact no longer reports under the contract, nor accepts. What was reported and accepted before stays.
     *
     * @throws BusinessRuleViolation {@code not-found}, {@code contact-unknown}
     */
    public void removeContact(String contract, String email) {
        ContractTerms terms = locked(contract);
        Contact contact = contactOf(terms, email);
        if (accepts(terms, contact)) {
            administration.endAuthorisation(terms.code(), contact.email());
        }
        customers.membership(terms.id(), contact.id()).ifPresent(membership -> {
            customers.remove(membership);
            events.fire(new ContactRemoved(terms.id(), terms.code(), contact.email()));
        });
    }

    /**
     * Somebody receives the contract's reports (M134).
     *
     * @param language one of en, hu, nl, pt: of the mails to this person
     * @throws BusinessRuleViolation {@code not-found}, and those of {@link Input}
     */
    public void setStakeholder(String contract, String name, String email, String language) {
        ContractTerms terms = locked(contract);
        String address = Input.email("email", email);
        String wantedName = Input.line("name", name, 200);
        String wantedLanguage = Input.language("language", language);
        Optional<Stakeholder> known = stakeholder(terms, address);
        if (known.isEmpty()) {
            administration.addStakeholder(terms.code(), wantedName, address, wantedLanguage);
        } else if (!known.get().name().equals(wantedName) || !known.get().language().equals(wantedLanguage)) {
            known.get().change(wantedName, wantedLanguage);
            events.fire(new StakeholderAdded(terms.id(), terms.code(), wantedName, address));
        }
    }

    /** Somebody no longer receives the contract's reports; nothing happens when nobody with that address does. */
    public void removeStakeholder(String contract, String email) {
        ContractTerms terms = locked(contract);
        stakeholder(terms, Input.email("email", email)).ifPresent(known -> {
            customers.remove(known);
            events.fire(new StakeholderRemoved(terms.id(), terms.code(), known.email()));
        });
    }

    private Optional<Stakeholder> stakeholder(ContractTerms terms, String email) {
        return customers.stakeholdersOf(terms.id()).stream().filter(known -> known.email().equalsIgnoreCase(email)).findFirst();
    }

    private boolean accepts(ContractTerms terms, Contact contact) {
        return customers.authorisationInForce(terms.id(), contact.id(), now()).isPresent();
    }

    private ContractTerms locked(String contract) {
        String code = contract == null ? "" : contract.strip();
        ContractTerms terms = customers.termsByCode(code, now()).orElseThrow(() -> BusinessRuleViolation.notFound("contract", code));
        customers.lock(terms.id());
        return terms;
    }

    private Contact contactOf(ContractTerms terms, String email) {
        String clean = Input.line("contact", email, 1000);
        return customers.contactByEmail(clean)
                .filter(contact -> contact.organisationId() == terms.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.invalid("contact", "contact-unknown", clean));
    }

    private Instant now() {
        return clock.instant();
    }
}
