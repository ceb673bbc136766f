package org.countersign.identity.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.AccountEvent.PasswordChanged;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.PasswordHash;
import org.countersign.identity.model.PasswordPolicy;
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
    Accounts accounts;

    @Inject
    CurrentCaller currentCaller;

    @EJB
    SignIn signIn;

    @Inject
    Event<DomainEvent> events;

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
     * Changes the caller's password. All sessions of the account end, except one that goes on with the answer.
     *
     * @return the mark of the new password
     * @throws BusinessRuleViolation {@code password-wrong} when {@code current} is not the caller's, which counts as a failed sign-in, or
     *     when too many such have locked the account for a while; {@code password-too-short}, {@code password-too-simple}, {@code too-long}
     */
    public String changePassword(char[] current, char[] password) {
        String name = currentCaller.get().name();
        PasswordPolicy.require(name, password == null ? null : new String(password));
        if (current == null || !signIn.confirm(name, current)) {
            throw BusinessRuleViolation.invalid("current", "password-wrong");
        }
        Account account = own();
        account.changePassword(password);
        events.fire(new PasswordChanged(account.name()));
        return PasswordHash.mark(account.passwordHash());
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
