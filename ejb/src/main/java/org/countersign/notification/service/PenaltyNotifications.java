package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.CleanText;
import org.countersign.notification.model.Links;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailTemplate;
import org.countersign.penalty.model.PenaltyEvent.CreditsProposed;

/** Tells a contract's fixed contacts of service credits that wait for their word. Rows are written in the transaction of the event. */
@ApplicationScoped
public class PenaltyNotifications {

    private static final Logger LOG = Logger.getLogger(PenaltyNotifications.class.getName());

    @Inject
    private CustomerDirectory customers;

    @Inject
    private MailSender mails;

    void proposed(@Observes CreditsProposed event) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("contract", event.contract());
        facts.put("month", event.month());
        facts.put("entries", event.entries());
        facts.put("total", event.total().toPlainString() + " " + event.currency());
        facts.put("link", Links.credits(event.contract(), event.month()));
        for (ContactCard contact : customers.fixedContacts(event.contractId())) {
            try {
                mails.queue(MailRequest.of(MailTemplate.CREDITS_PROPOSED, Recipient.of(contact), facts)
                        .under(event.contractId())
                        .once("credits:" + event.id() + ":" + event.assessment()));
            } catch (BusinessRuleViolation unusable) {
                LOG.warning(() -> "No mail can be sent to " + CleanText.line(contact.email(), 320));
            }
        }
    }
}
