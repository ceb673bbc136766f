package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountAdministration;
import org.countersign.identity.service.AccountQueries;
import org.countersign.identity.service.AccountView;
import org.countersign.identity.service.ChangeAccount;
import org.countersign.identity.service.TokenRow;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** One account, of the staff or of a contact: each form changes one thing of it. */
@Named("accountPage")
@RequestScoped
public class AccountBacking {

    private static final String PAGE = "/admin/account.xhtml";

    /** For how many days a token is proposed to count. */
    private static final int DAYS = 90;

    @EJB
    private AccountQueries queries;

    @EJB
    private AccountAdministration administration;

    @EJB
    private CustomerDirectory customers;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private NewSecret newSecret;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private AccountView account;
    private ListPage<TokenRow> page;
    private NewSecret.Shown secret;
    private RoleChoices roles;
    private String displayName;
    private String email;
    private String language;
    private String zone;
    private SupportLevel level;
    private String password;
    private String repeated;
    private String label;
    private LocalDate expiresOn;

    /** Called before the page is shown, so that an account that is not there is answered as such. */
    public void load() {
        getAccount();
        secret = newSecret.take(getAccount().name()).orElse(null);
    }

    public AccountView getAccount() {
        if (account == null) {
            account = queries.find(String.valueOf(Parameters.text(request, "name")));
            roles = new RoleChoices(account.roles());
            displayName = account.displayName();
            email = account.email();
            language = account.language();
            zone = account.zone();
            level = account.level();
            expiresOn = LocalDate.ofInstant(clock.instant(), reader.getZone()).plusDays(DAYS);
        }
        return account;
    }

    /** The customer of a contact's account, or {@code null}. */
    public String getOrganisation() {
        return getAccount().isContact() ? customers.organisationName(getAccount().organisationId()) : null;
    }

    /** Whether it is the reader's own; that one's password is changed on the reader's own page. */
    public boolean isOwn() {
        return getAccount().name().equals(reader.getCaller().name());
    }

    public boolean isLocked() {
        return getAccount().lockedUntil() != null && clock.instant().isBefore(getAccount().lockedUntil());
    }

    public String change() {
        return attempt("accounts.done.changed", () -> administration.change(
                getAccount().name(), new ChangeAccount(displayName, email, language, zone), seen()));
    }

    public String saveRoles() {
        if (roles.chosen().isEmpty()) {
            messages.error("accounts.roles.needed");
            return null;
        }
        return attempt("accounts.done.roles", () -> administration.setRoles(getAccount().name(), roles.chosen(), level, seen()));
    }

    public String savePassword() {
        return attempt("accounts.done.password", () -> {
            if (!password.equals(repeated)) {
                throw BusinessRuleViolation.invalid("repeated", "account.password.different");
            }
            administration.setPassword(getAccount().name(), password);
        });
    }

    public String deactivate() {
        return attempt("accounts.done.deactivated", () -> administration.deactivate(getAccount().name()));
    }

    public String activate() {
        return attempt("accounts.done.activated", () -> administration.activate(getAccount().name()));
    }

    public String issue() {
        return attempt("accounts.done.issued", () -> {
            // The day that is named is the last one that counts.
            Instant end = expiresOn == null ? null : expiresOn.plusDays(1).atStartOfDay(reader.getZone()).toInstant();
            try {
                newSecret.keep(getAccount().name(), administration.issueToken(getAccount().name(), label, end));
            } catch (BusinessRuleViolation refusal) {
                throw "expiresAt".equals(refusal.field())
                        ? BusinessRuleViolation.invalid("expiresOn", refusal.code(), refusal.arguments().toArray())
                        : refusal;
            }
        });
    }

    public String revoke() {
        long token = Parameters.number(request, "token").orElseThrow(() -> BusinessRuleViolation.notFound("token", request.getParameter("token")));
        return attempt("accounts.done.revoked", () -> administration.revokeToken(getAccount().name(), token));
    }

    private String attempt(String done, Runnable useCase) {
        if (!messages.attempt(useCase)) {
            return null;
        }
        messages.success(done, getAccount().name());
        return Address.of(PAGE).with("faces-redirect", "true").with("name", getAccount().name()).toString();
    }

    private Long seen() {
        return Parameters.number(request, "version").orElseThrow(() -> BusinessRuleViolation.stale("version"));
    }

    public ListPage<TokenRow> getPage() {
        if (page == null) {
            page = ListPage.read(request, address(), after -> queries.tokens(getAccount().name(), null, after));
        }
        return page;
    }

    public List<TokenRow> getTokens() {
        return getPage().rows();
    }

    private Address address() {
        return Address.of(request.getRequestURI()).with("name", getAccount().name());
    }

    /** The secret of the token that was issued just now, or {@code null}; shown once. */
    public NewSecret.Shown getSecret() {
        return secret;
    }

    public SupportLevel[] getLevels() {
        return SupportLevel.values();
    }

    public RoleChoices getRoles() {
        getAccount();
        return roles;
    }

    public String getDisplayName() {
        getAccount();
        return displayName;
    }

    public void setDisplayName(String displayName) {
        getAccount();
        this.displayName = displayName;
    }

    public String getEmail() {
        getAccount();
        return email;
    }

    public void setEmail(String email) {
        getAccount();
        this.email = email;
    }

    public String getLanguage() {
        getAccount();
        return language;
    }

    public void setLanguage(String language) {
        getAccount();
        this.language = language;
    }

    public String getZone() {
        getAccount();
        return zone;
    }

    public void setZone(String zone) {
        getAccount();
        this.zone = zone;
    }

    public SupportLevel getLevel() {
        getAccount();
        return level;
    }

    public void setLevel(SupportLevel level) {
        getAccount();
        this.level = level;
    }

    public LocalDate getExpiresOn() {
        getAccount();
        return expiresOn;
    }

    public void setExpiresOn(LocalDate expiresOn) {
        getAccount();
        this.expiresOn = expiresOn;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }
}
