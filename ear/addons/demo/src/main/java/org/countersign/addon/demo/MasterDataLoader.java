package org.countersign.addon.demo;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.service.ContractTeam;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.customer.service.NewContact;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountAdministration;
import org.countersign.identity.service.NewContactAccount;
import org.countersign.identity.service.SkillAdministration;
import org.countersign.intake.service.MailboxAdministration;
import org.countersign.rota.service.RotaPlanning;
import org.countersign.vendor.service.RecordVendor;
import org.countersign.vendor.service.VendorAdministration;

/** Puts the demo's customers, contracts and accounts into the application, through its own services. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
public class MasterDataLoader {

    /** The label by which {@link DemoDatabase} finds the tokens again. */
    static final String TOKEN_LABEL = "demo";

    private static final String EJB = "java:global/countersign/countersign-ejb/";

    @EJB(lookup = EJB + "CustomerAdministration")
    private CustomerAdministration customers;

    @EJB(lookup = EJB + "CustomerDirectory")
    private CustomerDirectory directory;

    @EJB(lookup = EJB + "AccountAdministration")
    private AccountAdministration accounts;

    @EJB(lookup = EJB + "SkillAdministration")
    private SkillAdministration skills;

    @EJB(lookup = EJB + "ContractTeam")
    private ContractTeam teams;

    @EJB(lookup = EJB + "RotaPlanning")
    private RotaPlanning rotas;

    @EJB(lookup = EJB + "VendorAdministration")
    private VendorAdministration vendors;

    @EJB(lookup = EJB + "MailboxAdministration")
    private MailboxAdministration mailboxes;

    /**
     * Everything, in one transaction; nothing when there are accounts already.
     *
     * @param tokenExpiry until when the demo's tokens count
     */
    public void load(MasterData data, List<DemoRota> demoRotas, List<RecordVendor> demoVendors, Instant tokenExpiry) {
        if (accounts.hasAccounts()) {
            return;
        }
        data.calendars().forEach(customers::createCalendar);
        for (MasterData.Customer customer : data.customers()) {
            customers.createOrganisation(customer.code(), customer.name());
            customer.contacts().forEach(customers::createContact);
        }
        data.skills().catalogue().forEach(skills::name);
        Map<String, NewContact> contacts = new HashMap<>();
        data.customers().forEach(customer -> customer.contacts().forEach(contact -> contacts.put(contact.email(), contact)));
        for (MasterData.Login login : data.logins()) {
            if (login.staff() != null) {
                accounts.createStaff(login.staff());
            } else {
                accounts.createContactAccount(accountOf(login, contacts.get(login.contact())));
            }
            accounts.issueToken(login.name(), TOKEN_LABEL, tokenExpiry);
        }
        // An agreement may name people of the staff.
        data.agreements().forEach(this::agree);
        data.mailboxes().forEach(mailboxes::add);
        data.skills().staff().forEach(person -> {
            skills.setSkills(person.account(), person.skills(), null);
            skills.setCertifications(person.account(), person.certificates(), null);
        });
        data.agreements()
                .forEach(agreement -> teams.name(agreement.contract().code(), agreement.contract().validFrom(), agreement.team(), null));
        demoVendors.forEach(vendor -> vendors.record(vendor, null));
        demoRotas.forEach(rota -> rotas.publish(rota.plan(rotas.shiftsBy(rota.turns())), null));
    }

    private void agree(MasterData.Agreement agreement) {
        String code = agreement.contract().code();
        customers.createContract(agreement.contract());
        agreement.members().forEach(member -> {
            customers.nameContact(code, member.email(), member.fixed());
            if (member.mayAccept()) {
                customers.grantAuthorisation(code, member.email());
            }
        });
        agreement.recipients().forEach(r -> customers.addStakeholder(code, r.name(), r.email(), r.language()));
    }

    private NewContactAccount accountOf(MasterData.Login login, NewContact contact) {
        ContactCard card = directory.contactByEmail(login.contact())
                .orElseThrow(() -> new IllegalArgumentException("accounts.json names a contact that nobody is: " + login.contact()));
        return new NewContactAccount(
                login.name(), card.name(), card.email(), card.organisationId(), card.id(), null, contact.language(), contact.zone());
    }
}
