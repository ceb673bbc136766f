package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.CleanText;
import org.countersign.notification.model.Links;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailTemplate;
import org.countersign.penalty.model.PenaltyEvent.CreditsProposed;
import org.countersign.penalty.model.PenaltyEvent.PenaltyDisputed;
import org.countersign.penalty.model.PenaltyEvent.PenaltySettled;

/**
 * Tells whoever has the word on service credits: a contract's fixed contacts of those that wait for them, the managers of one that is disputed.
 * Rows are written in the transaction of the event.
 */
@ApplicationScoped
public class PenaltyNotifications {

    private static final Logger LOG = Logger.getLogger(PenaltyNotifications.class.getName());

    @Inject
    private CustomerDirectory customers;

    @Inject
    private AccountDirectory accounts;

    @Inject
    private MailSender mails;

    void proposed(@Observes CreditsProposed event) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("contract", event.contract());
        facts.put("month", event.month());
        facts.put("entries", event.entries());
        facts.put("total", money(event.total(), event.currency()));
        facts.put("link", Links.credits(event.contract(), event.month()));
        toFixedContacts(event.contractId(), MailTemplate.CREDITS_PROPOSED, facts, "credits:" + event.id() + ":" + event.assessment());
    }

    void disputed(@Observes PenaltyDisputed event) {
        Map<String, Object> facts = facts(event.contract(), event.month(), event.clause(), event.reason());
        facts.put("amount", money(event.amount(), event.currency()));
        facts.put("contact", customers.contact(event.contactId()).name());
        facts.put("link", Links.deskCredit(event.id()));
        for (Caller manager : accounts.active(Role.MANAGER)) {
            queue(
                    event.contractId(),
                    MailTemplate.CREDIT_DISPUTED_STAFF,
                    manager.email(),
                    () -> Recipient.of(manager.displayName(), manager.email(), manager.language(), manager.zone()),
                    facts,
                    step(event.id(), event.step()));
        }
    }

    void settled(@Observes PenaltySettled event) {
        Map<String, Object> facts = facts(event.contract(), event.month(), event.clause(), event.reason());
        facts.put("amountBefore", money(event.amountBefore(), event.currency()));
        facts.put("amount", money(event.amount(), event.currency()));
        facts.put("link", Links.portalCredit(event.id()));
        toFixedContacts(event.contractId(), MailTemplate.CREDIT_SETTLED, facts, step(event.id(), event.step()));
    }

    private static Map<String, Object> facts(String contract, String month, String clause, String reason) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("contract", contract);
        facts.put("month", month);
        facts.put("clause", clause);
        facts.put("reason", reason);
        return facts;
    }

    private static String money(BigDecimal amount, String currency) {
        return amount.toPlainString() + " " + currency;
    }

    private static String step(long entry, int step) {
        return "credit:" + entry + ":" + step;
    }

    private void toFixedContacts(long contractId, MailTemplate template, Map<String, Object> facts, String key) {
        for (ContactCard contact : customers.fixedContacts(contractId)) {
            queue(contractId, template, contact.email(), () -> Recipient.of(contact), facts, key);
        }
    }

    private void queue(
            long contractId, MailTemplate template, String address, Supplier<Recipient> to, Map<String, Object> facts, String key) {
        try {
            mails.queue(MailRequest.of(template, to.get(), facts).under(contractId).once(key));
        } catch (BusinessRuleViolation unusable) {
            LOG.warning(() -> "No mail can be sent to " + CleanText.line(address, 320));
        }
    }
}
