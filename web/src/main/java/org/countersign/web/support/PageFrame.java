package org.countersign.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.countersign.kernel.InstallationKind;

/** What stands around every page: the menu of the reader's roles, the search, the demo banner. */
@Named("page")
@RequestScoped
public class PageFrame {

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private List<MenuSection> menu;

    /** A group of the menu. */
    public record MenuSection(String key, List<MenuEntry> entries) {
        public String getTextKey() {
            return "menu." + key;
        }
    }

    /** A page of the menu; {@code current} when it is the one shown; the keys "g" and {@code shortcut} lead to it. */
    public record MenuEntry(String textKey, String address, boolean current, String shortcut) {}

    public boolean isDemo() {
        return InstallationKind.configured() == InstallationKind.DEMO;
    }

    /** The seconds after which a session in which nothing happens ends. */
    public int getIdleSeconds() {
        HttpSession session = request.getSession(false);
        return session == null ? 0 : session.getMaxInactiveInterval();
    }

    /** Where the search looks, or {@code null} for readers who have no tickets to look for. */
    public String getSearchAddress() {
        if (!reader.isSignedIn()) {
            return null;
        }
        return reader.getCaller().isContact() ? "/portal/ticket/tickets.xhtml" : "/desk/ticket/queue.xhtml";
    }

    public List<MenuSection> getMenu() {
        if (menu == null) {
            String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
            menu = MainMenu.of(reader.getCaller()).stream()
                    .map(section -> new MenuSection(
                            section.key(),
                            section.pages().stream()
                                    .map(page -> new MenuEntry(
                                            "menu." + page.key(), page.address(), page.address().equals(view), String.valueOf(page.shortcut())))
                                    .toList()))
                    .toList();
        }
        return menu;
    }
}
