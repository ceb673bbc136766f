package org.countersign.web.support;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;

/** The pages that the menu leads to, in its order, each with the roles that see it. */
final class MainMenu {

    private static final List<Section> SECTIONS = List.of(
            new Section(
                    "desk",
                    List.of(
                            new Page('q', "queue", "/desk/ticket/queue.xhtml", Role.AGENT, Role.MANAGER, Role.ADMIN, Role.QUALITY),
                            new Page('n', "register", "/desk/ticket/register.xhtml", Role.AGENT, Role.MANAGER),
                            new Page('m', "intake", "/desk/intake/messages.xhtml", Role.AGENT, Role.MANAGER, Role.ADMIN),
                            new Page('v', "vendor-cases", "/desk/vendor/cases.xhtml", Role.AGENT, Role.MANAGER, Role.ADMIN, Role.QUALITY),
                            new Page('d', "rota", "/desk/rota/rota.xhtml", Role.AGENT, Role.MANAGER, Role.ADMIN, Role.QUALITY),
                            new Page('e', "escalations", "/desk/escalation/escalations.xhtml", Role.AGENT, Role.MANAGER, Role.ADMIN, Role.QUALITY),
                            new Page('k', "contracts", "/desk/contract/contracts.xhtml", Role.MANAGER, Role.ADMIN),
                            new Page('i', "skills", "/desk/skills/skills.xhtml", Role.MANAGER, Role.ADMIN),
                            new Page('t', "timesheets", "/desk/work/timesheets.xhtml", Role.AGENT, Role.MANAGER, Role.ADMIN, Role.QUALITY),
                            new Page('u', "outages", "/desk/penalty/outages.xhtml", Role.AGENT, Role.MANAGER, Role.ADMIN, Role.QUALITY),
                            new Page('p', "credits", "/desk/penalty/credits.xhtml", Role.MANAGER, Role.ADMIN, Role.QUALITY),
                            new Page('r', "reports", "/desk/report/reports.xhtml", Role.MANAGER, Role.ADMIN, Role.QUALITY))),
            new Section(
                    "portal",
                    List.of(
                            new Page('q', "tickets", "/portal/ticket/tickets.xhtml", Role.CONTACT),
                            new Page('n', "report", "/portal/ticket/report.xhtml", Role.CONTACT),
                            new Page('v', "visits", "/portal/work/visits.xhtml", Role.CONTACT),
                            new Page('t', "timesheets", "/portal/work/timesheets.xhtml", Role.CONTACT),
                            new Page('e', "team", "/portal/team/team.xhtml", Role.CONTACT),
                            new Page('p', "credits", "/portal/penalty/credits.xhtml", Role.CONTACT),
                            new Page('r', "reports", "/portal/report/reports.xhtml", Role.CONTACT))),
            new Section(
                    "quality",
                    List.of(new Page('l', "lots", "/quality/lots.xhtml", Role.QUALITY, Role.MANAGER, Role.ADMIN))),
            new Section(
                    "admin",
                    List.of(
                            new Page('j', "jobs", "/admin/jobs.xhtml", Role.ADMIN, Role.MANAGER, Role.QUALITY),
                            new Page('f', "customers", "/admin/customers.xhtml", Role.ADMIN, Role.MANAGER),
                            new Page('h', "accounts", "/admin/accounts.xhtml", Role.ADMIN),
                            new Page('b', "mailboxes", "/admin/mailboxes.xhtml", Role.ADMIN),
                            new Page('s', "vendors", "/admin/vendors.xhtml", Role.ADMIN, Role.MANAGER),
                            new Page('o', "outbox", "/admin/outbox.xhtml", Role.ADMIN, Role.MANAGER),
                            new Page('a', "audit", "/admin/audit.xhtml", Role.ADMIN, Role.MANAGER, Role.QUALITY))),
            new Section("own", List.of(new Page('c', "account", "/account/account.xhtml", Role.values()))));

    private MainMenu() {}

    /** A group of pages; {@code menu.<key>} is its text. */
    record Section(String key, List<Page> pages) {}

    /** A page; {@code menu.<key>} is its text, and the keys "g" and {@code shortcut} lead to it. */
    record Page(char shortcut, String key, String address, Set<Role> roles) {
        Page(char shortcut, String key, String address, Role... roles) {
            this(shortcut, key, address, EnumSet.copyOf(List.of(roles)));
        }
    }

    static List<Section> all() {
        return SECTIONS;
    }

    /** What this caller sees: no empty sections. */
    static List<Section> of(Caller caller) {
        return SECTIONS.stream()
                .map(section -> new Section(
                        section.key(),
                        section.pages().stream().filter(page -> page.roles().stream().anyMatch(caller::has)).toList()))
                .filter(section -> !section.pages().isEmpty())
                .toList();
    }
}
