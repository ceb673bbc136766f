package org.countersign.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.kernel.Texts;

/** Who reads the page: the signed-in account, its language, zone and theme; before sign-in what the browser asks for. */
@Named
@RequestScoped
public class Reader {

    @Inject
    private HttpServletRequest request;

    /** The account, or {@code null} before sign-in. */
    public Caller getCaller() {
        return (Caller) request.getAttribute(CountersignAuthentication.CALLER);
    }

    public boolean isSignedIn() {
        return getCaller() != null;
    }

    public Locale getLocale() {
        Caller caller = getCaller();
        return Texts.supported(caller == null ? request.getLocale() : Locale.forLanguageTag(caller.language()));
    }

    public String getLanguage() {
        return getLocale().getLanguage();
    }

    public ZoneId getZone() {
        Caller caller = getCaller();
        return caller == null ? ZoneId.of("UTC") : ZoneId.of(caller.zone());
    }

    /** The zone's name for people. */
    public String getZoneName() {
        return Times.zoneName(getZone(), getLocale());
    }

    /** {@code system}, {@code light} or {@code dark}. */
    public String getTheme() {
        Caller caller = getCaller();
        return caller == null ? "system" : caller.theme().name().toLowerCase(Locale.ROOT);
    }

    public boolean has(String role) {
        Caller caller = getCaller();
        return caller != null && caller.has(Role.valueOf(role));
    }

    /** Where this reader's work begins. */
    public String getHome() {
        Caller caller = getCaller();
        if (caller == null) {
            return "/sign-in.xhtml";
        }
        if (caller.isContact()) {
            return "/portal/ticket/tickets.xhtml";
        }
        if (caller.has(Role.AGENT) || caller.has(Role.MANAGER)) {
            return "/desk/ticket/queue.xhtml";
        }
        return caller.has(Role.QUALITY) ? "/quality/lots.xhtml" : "/admin/jobs.xhtml";
    }
}
