package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.CleanText;
import org.countersign.notification.model.Links;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.TicketCard;
import org.countersign.notification.model.TicketCards;
import org.countersign.rota.model.RotaEvent.PersonCalled;
import org.countersign.rota.model.RotaEvent.RotaEnds;
import org.countersign.rota.model.RotaEvent.SwapAsked;
import org.countersign.rota.model.RotaEvent.SwapDecided;
import org.countersign.rota.model.SwapState;

/** Calls people on duty by mail, tells them of swaps, and the managers of plans that end. Rows are written in the transaction of the event. */
@ApplicationScoped
public class RotaNotifications {

    private static final Logger LOG = Logger.getLogger(RotaNotifications.class.getName());

    @Inject
    private AccountDirectory accounts;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private TicketCards tickets;

    @Inject
    private MailSender mails;

    void called(@Observes PersonCalled event) {
        TicketCard ticket =
                tickets.cardOf(event.ticket()).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", event.ticket()));
        recipient(accounts.byId(event.accountId())).ifPresent(to -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("summary", ticket.summary());
            facts.put("contract", customers.contract(event.contractId()).code());
            facts.put("reason", event.reason());
            facts.put("acknowledge", Links.rota(event.rota()));
            facts.put("link", Links.deskTicket(event.ticket()));
            if (!event.backup()) {
                facts.put("backupDue", event.backupDueAt());
            }
            mails.queue(MailRequest.of(event.backup() ? MailTemplate.CALL_OUT_BACKUP : MailTemplate.CALL_OUT, to, facts)
                    .about(ticket.ref())
                    .once("call-out:" + event.callOutId() + (event.backup() ? ":backup" : "")));
        });
    }

    void asked(@Observes SwapAsked event) {
        recipient(accounts.byName(event.with())).ifPresent(to -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("rota", event.rota());
            facts.put("person", nameOf(event.askedBy()));
            facts.put("from", event.from());
            facts.put("until", event.until());
            facts.put("backFrom", event.backFrom());
            facts.put("backUntil", event.backUntil());
            facts.put("link", Links.rota(event.rota()));
            mails.queue(MailRequest.of(MailTemplate.SWAP_ASKED, to, facts));
        });
    }

    /** Tells those of the two who did not decide themselves. */
    void decided(@Observes SwapDecided event) {
        for (String account : new String[] {event.askedBy(), event.with()}) {
            boolean asked = account.equals(event.askedBy());
            if (account.equals(event.by()) || event.state() == SwapState.WITHDRAWN && asked) {
                continue;
            }
            recipient(accounts.byName(account)).ifPresent(to -> {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("rota", event.rota());
                facts.put("person", nameOf(asked ? event.with() : event.askedBy()));
                facts.put("decision", event.state());
                facts.put("from", event.from());
                facts.put("until", event.until());
                facts.put("link", Links.rota(event.rota()));
                mails.queue(MailRequest.of(MailTemplate.SWAP_DECIDED, to, facts));
            });
        }
    }

    /** Tells the managers, once of each end. */
    void ends(@Observes RotaEnds event) {
        for (Caller manager : accounts.active(Role.MANAGER)) {
            recipient(Optional.of(manager)).ifPresent(to -> {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("rota", event.name());
                facts.put("until", event.until());
                facts.put("contracts", event.contracts());
                facts.put("link", Links.rota(event.rota()));
                mails.queue(MailRequest.of(MailTemplate.ROTA_ENDS, to, facts).once("rota-ends:" + event.rota() + ":" + event.until()));
            });
        }
    }

    private String nameOf(String account) {
        return accounts.byName(account).map(Caller::displayName).orElse(account);
    }

    /** A mail address that is of no use must not undo the call of the others. */
    private static Optional<Recipient> recipient(Optional<Caller> caller) {
        try {
            return caller.map(to -> Recipient.of(to.displayName(), to.email(), to.language(), to.zone()));
        } catch (BusinessRuleViolation unusable) {
            LOG.warning(() -> "No mail can be sent to " + caller.map(to -> CleanText.line(to.email(), 320)).orElse(""));
            return Optional.empty();
        }
    }
}
