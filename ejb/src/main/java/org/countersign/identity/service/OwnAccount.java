package org.countersign.identity.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.PasswordChanged;
import org.countersign.identity.model.PasswordHash;
import org.countersign.identity.model.PasswordRules;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.Theme;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Texts;

/** What people change about their own accounts, whoever they are. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE, Role.MAIL_GATEWAY_ROLE})
public class OwnAccount {

    @Inject
    private Accounts accounts;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Event<DomainEvent> events;

    /**
     * How the caller reads the screens.
     *
     * @param language one of {@link Texts#LANGUAGES}
     * @param zone IANA name
     * @throws BusinessRuleViolation {@code language-unknown}, {@code zone-unknown}, {@code required}
     */
    public void prefer(String language, String zone, Theme theme) {
        if (language == null || !Texts.LANGUAGES.contains(Locale.forLanguageTag(language))) {
            throw BusinessRuleViolation.invalid("language", "language-unknown", String.valueOf(language));
        }
        if (theme == null) {
            throw BusinessRuleViolation.invalid("theme", "required");
        }
        own().prefer(language, knownZone(zone), theme);
    }

    /**
     * Changes the caller's password.
     *
     * @throws BusinessRuleViolation {@code password-wrong} when {@code current} is not the caller's; {@code password-too-short},
     *     {@code password-is-name}
     */
    public void changePassword(char[] current, char[] password) {
        Account account = own();
        if (!PasswordHash.matches(current, account.passwordHash())) {
            throw BusinessRuleViolation.invalid("current", "password-wrong");
        }
        PasswordRules.check(account.name(), password);
        account.changePassword(password);
        events.fire(new PasswordChanged(account.name()));
    }

    private Account own() {
        long id = currentCaller.get().accountId();
        return accounts.byId(id).orElseThrow(() -> BusinessRuleViolation.notFound("account", id));
    }

    private static String knownZone(String zone) {
        try {
            return ZoneId.of(zone == null ? "" : zone).getId();
        } catch (DateTimeException unknown) {
            throw BusinessRuleViolation.invalid("zone", "zone-unknown", String.valueOf(zone));
        }
    }
}
