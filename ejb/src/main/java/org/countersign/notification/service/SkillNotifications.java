package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.SkillEvent.CertificationExpires;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.CleanText;
import org.countersign.notification.model.Links;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailTemplate;

/** Tells of certificates that expire: the person, and those who lead the desk. Rows are written in the transaction of the event. */
@ApplicationScoped
public class SkillNotifications {

    private static final Logger LOG = Logger.getLogger(SkillNotifications.class.getName());

    @Inject
    private AccountDirectory accounts;

    @Inject
    private MailSender mails;

    void expires(@Observes CertificationExpires event) {
        accounts.byId(event.accountId()).ifPresent(person -> {
            tell(event, person, person, Links.ownAccount());
            accounts.active(Role.MANAGER).forEach(manager -> tell(event, person, manager, Links.staffSkills(person.name())));
        });
    }

    private void tell(CertificationExpires event, Caller person, Caller to, String link) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("person", person.displayName());
        facts.put("certification", event.name());
        facts.put("issuer", event.issuer());
        facts.put("number", event.number());
        facts.put("expiresOn", event.expiresOn());
        facts.put("link", link);
        try {
            mails.queue(MailRequest.of(
                            MailTemplate.CERTIFICATION_EXPIRES, Recipient.of(to.displayName(), to.email(), to.language(), to.zone()), facts)
                    .once("certification:" + event.certificationId() + ":" + event.expiresOn()));
        } catch (BusinessRuleViolation unusable) {
            // A mail address that is of no use must not keep the others from knowing.
            LOG.warning(() -> "No mail can be sent to " + CleanText.line(to.email(), 320));
        }
    }
}
