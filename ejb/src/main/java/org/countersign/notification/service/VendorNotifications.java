package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;
import org.countersign.identity.model.Caller;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.CleanText;
import org.countersign.notification.model.Links;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailTemplate;
import org.countersign.vendor.model.VendorAddress;
import org.countersign.vendor.model.VendorEvent.ChasedParties;
import org.countersign.vendor.model.VendorEvent.VendorChased;

/** Reminds vendors that are late, in their language, and tells the case's owner. Rows are written in the transaction of the event. */
@ApplicationScoped
public class VendorNotifications {

    private static final Logger LOG = Logger.getLogger(VendorNotifications.class.getName());

    @Inject
    private AccountDirectory accounts;

    @Inject
    private MailSender mails;

    void chased(@Observes VendorChased event) {
        toVendor(event);
        accounts.byId(event.parties().ownerId()).ifPresent(owner -> toOwner(event, owner));
    }

    private void toVendor(VendorChased event) {
        ChasedParties parties = event.parties();
        VendorAddress address = parties.vendor();
        if (event.mailedTo() != null) {
            queue(
                    event,
                    MailTemplate.VENDOR_CHASER,
                    () -> Recipient.of(parties.vendorName(), event.mailedTo(), address.language(), null),
                    facts(event),
                    false);
        }
    }

    private void toOwner(VendorChased event, Caller owner) {
        Map<String, Object> facts = facts(event);
        facts.put("vendor", event.parties().vendorName());
        facts.put("mailed", event.mailedTo());
        facts.put("next", event.next());
        facts.put("link", Links.deskTicket(event.ticket().number()));
        queue(
                event,
                MailTemplate.VENDOR_CHASER_STAFF,
                () -> Recipient.of(owner.displayName(), owner.email(), owner.language(), owner.zone()),
                facts,
                true);
    }

    private static Map<String, Object> facts(VendorChased event) {
        ChasedParties parties = event.parties();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("vendorCase", event.number());
        facts.put("reference", parties.reference());
        facts.put("subject", parties.subject());
        facts.put("opened", parties.openedAt());
        facts.put("due", parties.due());
        facts.put("reason", event.reason());
        return facts;
    }

    /**
     * A mail address that is of no use must not undo the other's reminder.
     *
     * @param aboutTicket for our own people; a vendor knows the case, not the ticket
     */
    private void queue(
            VendorChased event,
            MailTemplate template,
            java.util.function.Supplier<Recipient> recipient,
            Map<String, Object> facts,
            boolean aboutTicket) {
        try {
            MailRequest mail = MailRequest.of(template, recipient.get(), facts).once("vendor-chaser:" + event.number() + ":" + event.chaser());
            mails.queue(aboutTicket ? mail.about(event.ticket()) : mail.under(event.contractId()));
        } catch (BusinessRuleViolation unusable) {
            LOG.warning(() -> "No reminder can be sent about " + CleanText.line(event.number(), 320));
        }
    }
}
