package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.notification.model.CleanText;
import org.countersign.notification.model.Links;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.TicketCard;
import org.countersign.notification.model.TicketCards;
import org.countersign.notification.model.VendorMailKey;
import org.countersign.vendor.model.VendorEvent.ChasedParties;
import org.countersign.vendor.model.VendorEvent.Letter;
import org.countersign.vendor.model.VendorEvent.OnCase;
import org.countersign.vendor.model.VendorEvent.VendorAnswered;
import org.countersign.vendor.model.VendorEvent.VendorCaseHanded;
import org.countersign.vendor.model.VendorEvent.VendorCaseOpened;
import org.countersign.vendor.model.VendorEvent.VendorCaseWithdrawn;
import org.countersign.vendor.model.VendorEvent.VendorChased;
import org.countersign.vendor.model.VendorEvent.VendorTold;

/**
 * Takes what the desk tells vendors to them by mail, in their language, and reminds those that are late; tells the desk's own people what they
 * have to know of a case. A vendor knows the case, not the ticket. Rows are written in the transaction of the event.
 */
@ApplicationScoped
public class VendorNotifications {

    private static final Logger LOG = Logger.getLogger(VendorNotifications.class.getName());

    @Inject
    private AccountDirectory accounts;

    @Inject
    private TicketCards tickets;

    @Inject
    private MailSender mails;

    void opened(@Observes VendorCaseOpened event) {
        toVendor(event, event.mailedTo(), VendorMailKey.OPENING, MailTemplate.VENDOR_CASE_OPENED, event.letter(), facts -> {
            facts.put("priority", event.priority());
            facts.put("responseDue", event.responseDue());
            facts.put("resolutionDue", event.resolutionDue());
            return facts;
        });
    }

    void told(@Observes VendorTold event) {
        toVendor(event, event.mailedTo(), event.entry(), MailTemplate.VENDOR_CASE_TOLD, event.letter(), facts -> facts);
    }

    /** To who sees to the case, and to whoever works on its ticket; who recorded the answer knows it. */
    void answered(@Observes VendorAnswered event) {
        Letter letter = event.letter();
        Map<String, Object> facts = facts(event, letter);
        facts.put("vendor", letter.vendorName());
        facts.put("text", letter.text());
        facts.put("link", Links.deskTicket(event.ticket().number()));
        Map<String, Supplier<Recipient>> told = waiting(event, letter.ownerId(), true);
        told.remove(CallContext.actor());
        told.values().forEach(
                to -> queue(event, () -> MailRequest.of(MailTemplate.VENDOR_ANSWER_STAFF, to.get(), facts).about(event.ticket())));
    }

    /**
     * Those of the desk who wait for the vendor, by account name: who sees to the case. Where that person works here no longer, whoever works on
     * the ticket, or else the managers.
     */
    private Map<String, Supplier<Recipient>> waiting(OnCase event, long ownerId, boolean assigneeToo) {
        Map<String, Supplier<Recipient>> waiting = new LinkedHashMap<>();
        Optional.ofNullable(accounts.nameOf(ownerId))
                .flatMap(accounts::activeStaff)
                .ifPresent(owner -> waiting.put(owner.name(), () -> recipient(owner)));
        if (assigneeToo || waiting.isEmpty()) {
            tickets.card(event.ticket().id())
                    .map(TicketCard::assignee)
                    .ifPresent(assignee -> waiting.put(assignee.account(), () -> Recipient.of(
                            assignee.name(), assignee.email(), assignee.language(), assignee.zone())));
        }
        if (waiting.isEmpty()) {
            accounts.active(Role.MANAGER).forEach(manager -> waiting.put(manager.name(), () -> recipient(manager)));
        }
        return waiting;
    }

    /** Who takes a case over knows it. */
    void handed(@Observes VendorCaseHanded event) {
        accounts.activeStaff(event.after()).filter(owner -> !owner.name().equals(CallContext.actor())).ifPresent(owner -> {
            Map<String, Object> facts = facts(event, event.letter());
            facts.put("vendor", event.letter().vendorName());
            facts.put("link", Links.deskTicket(event.ticket().number()));
            queue(event, () -> MailRequest.of(MailTemplate.VENDOR_CASE_HANDED_STAFF, recipient(owner), facts).about(event.ticket()));
        });
    }

    /**
     * The vendor's case is withdrawn. Where it ended with its ticket, those of the desk who waited for the vendor learn it; not who ended the
     * ticket, unless the vendor has yet to be told.
     */
    void withdrawn(@Observes VendorCaseWithdrawn event) {
        Letter letter = event.letter();
        Map<String, Object> notice = facts(event, letter);
        notice.put("contract", letter.contract());
        toVendor(
                event, event.mailedTo(), VendorMailKey.ENDING, MailTemplate.VENDOR_CASE_WITHDRAWN, letter.vendorName(), letter.language(),
                notice);
        if (event.endedWith() == null) {
            return;
        }
        Map<String, Object> facts = facts(event, letter);
        facts.put("vendor", letter.vendorName());
        facts.put("end", event.endedWith());
        facts.put("why", event.ending());
        facts.put("mailed", event.mailedTo());
        facts.put("tell", event.mailedTo() == null ? letter.vendorName() : null);
        facts.put("link", Links.deskTicket(event.ticket().number()));
        Map<String, Supplier<Recipient>> told = waiting(event, letter.ownerId(), false);
        if (event.mailedTo() != null) {
            told.remove(CallContext.actor());
        }
        told.values().forEach(
                to -> queue(event, () -> MailRequest.of(MailTemplate.VENDOR_CASE_ENDED_STAFF, to.get(), facts).about(event.ticket())));
    }

    void chased(@Observes VendorChased event) {
        ChasedParties parties = event.parties();
        toVendor(
                event, event.mailedTo(), event.entry(), MailTemplate.VENDOR_CHASER, parties.vendorName(), parties.vendor().language(),
                reminder(event));
        Map<String, Object> facts = reminder(event);
        facts.put("vendor", parties.vendorName());
        facts.put("mailed", event.mailedTo());
        facts.put("next", event.next());
        facts.put("link", Links.deskTicket(event.ticket().number()));
        waiting(event, parties.ownerId(), false).values().forEach(
                to -> queue(event, () -> MailRequest.of(MailTemplate.VENDOR_CHASER_STAFF, to.get(), facts)
                        .about(event.ticket())
                        .once("vendor-chaser:" + event.number() + ":" + event.chaser())));
    }

    private static Map<String, Object> reminder(VendorChased event) {
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

    private void toVendor(
            OnCase event, String address, int entry, MailTemplate template, Letter letter, UnaryOperator<Map<String, Object>> more) {
        Map<String, Object> facts = facts(event, letter);
        facts.put("contract", letter.contract());
        facts.put("text", letter.text());
        toVendor(event, address, entry, template, letter.vendorName(), letter.language(), more.apply(facts));
    }

    private void toVendor(
            OnCase event, String address, int entry, MailTemplate template, String name, String language, Map<String, Object> facts) {
        if (address != null) {
            queue(event, () -> MailRequest.of(template, Recipient.ofVendor(name, address, language), facts)
                    .aboutVendorCase(event.number(), event.contractId())
                    .once(new VendorMailKey(event.number(), entry).toString()));
        }
    }

    private static Map<String, Object> facts(OnCase event, Letter letter) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("vendorCase", event.number());
        facts.put("reference", letter.reference());
        facts.put("subject", letter.subject());
        return facts;
    }

    private static Recipient recipient(Caller person) {
        return Recipient.of(person.displayName(), person.email(), person.language(), person.zone());
    }

    /** A mail address that is of no use must not undo what the mail is about. */
    private void queue(OnCase event, Supplier<MailRequest> request) {
        MailRequest mail;
        try {
            mail = request.get();
        } catch (BusinessRuleViolation unusable) {
            LOG.warning(() -> "No mail can be sent about " + CleanText.line(event.number(), 320));
            return;
        }
        mails.queue(mail);
    }
}
