package org.countersign.customer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.countersign.customer.model.ReportRecipient;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;

/** Customers, their people and contracts, for those who keep them. What is asked for by a code or address and is not there is {@code not-found}. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE})
public class CustomerRegister {

    @Inject
    private CustomerViews views;

    @Inject
    private CustomerDirectory directory;

    @Inject
    private Clock clock;

    /**
     * Customers by code.
     *
     * @param text part of code or name, or {@code null} for all
     * @throws BusinessRuleViolation {@code limit-out-of-range}
     */
    public CursorPage<OrganisationRow> organisations(String text, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return CursorPage.of(views.organisations(text, after, rows + 1), rows, OrganisationRow::code);
    }

    public OrganisationRow organisation(String code) {
        return found("organisation", code, views::organisation);
    }

    /** Contacts of a customer by mail address. */
    public CursorPage<ContactRow> contacts(String organisation, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return CursorPage.of(views.contacts(organisation(organisation).code(), after, rows + 1), rows, ContactRow::email);
    }

    public ContactRow contact(String email) {
        return found("contact", email == null ? null : email.toLowerCase(Locale.ROOT), address -> views.contact(address));
    }

    public ContactRow contact(long id) {
        return views.contact(id).orElseThrow(() -> BusinessRuleViolation.notFound("contact", id));
    }

    /**
     * Contracts by code.
     *
     * @param organisation {@code null} for those of all customers
     */
    public CursorPage<ContractRow> contracts(String organisation, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return CursorPage.of(views.contracts(organisation, after, rows + 1), rows, ContractRow::code);
    }

    public ContractRow contract(String code) {
        return found("contract", code, views::contract);
    }

    /** Who reports under a contract now. */
    public List<ContractMember> members(String contract) {
        return views.members(contract(contract).code(), clock.instant());
    }

    /** Who receives the reports of a contract. */
    public List<ReportRecipient> stakeholders(String contract) {
        return directory.stakeholders(directory.contract(contract).id());
    }

    private static <T> T found(String what, String key, Function<String, Optional<T>> find) {
        String clean = key == null ? "" : key.strip();
        return find.apply(clean).orElseThrow(() -> BusinessRuleViolation.notFound(what, clean));
    }
}
