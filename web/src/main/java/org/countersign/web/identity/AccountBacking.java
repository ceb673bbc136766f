package org.countersign.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.countersign.identity.model.Theme;
import org.countersign.identity.service.OwnAccount;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.web.support.CountersignAuthentication;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Reader;

/** The reader's own account: how the screens look, and the password. */
@Named
@RequestScoped
public class AccountBacking {

    private static final String AGAIN = "/account/account.xhtml?faces-redirect=true";

    @EJB
    private OwnAccount ownAccount;

    @Inject
    private Reader reader;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private String language;
    private String zone;
    private Theme theme;
    private String current;
    private String password;
    private String repeated;

    @PostConstruct
    void read() {
        language = reader.getCaller().language();
        zone = reader.getCaller().zone();
        theme = reader.getCaller().theme();
    }

    public String savePreferences() {
        if (!messages.attempt(() -> ownAccount.prefer(language, zone, theme))) {
            return null;
        }
        messages.success("account.saved");
        return AGAIN;
    }

    public String changePassword() {
        if (!password.equals(repeated)) {
            messages.refuse(BusinessRuleViolation.invalid("repeated", "account.password.different"));
            return null;
        }
        boolean changed = messages.attempt(() -> {
            String mark = ownAccount.changePassword(current.toCharArray(), password.toCharArray());
            // This session goes on; all others of the account are over.
            CountersignAuthentication.open(request, reader.getCaller().accountId(), mark);
        });
        if (!changed) {
            return null;
        }
        messages.success("account.password.changed");
        return AGAIN;
    }

    public List<Theme> getThemes() {
        return Arrays.asList(Theme.values());
    }

    public String getRoles() {
        return reader.getCaller().roles().stream()
                .sorted()
                .map(role -> Texts.of(reader.getLocale(), role))
                .collect(Collectors.joining(", "));
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public Theme getTheme() {
        return theme;
    }

    public void setTheme(Theme theme) {
        this.theme = theme;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
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
}
