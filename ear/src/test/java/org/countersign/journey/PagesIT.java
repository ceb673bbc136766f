package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.Journey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page opens for the people it is for, and axe finds nothing on it, in both themes; the customer signs in a real browser. */
@Journey
class PagesIT {

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axe_finds_nothing_on_any_page(ColorScheme colours, CountersignServer server, Browser browser) {
        String number = resolvedTicket(server);
        List<String> faults = new ArrayList<>();
        visit(server, browser, colours, null, List.of("/sign-in.xhtml"), faults);
        visit(
                server,
                browser,
                colours,
                "anna",
                List.of(
                        "/portal/ticket/tickets.xhtml",
                        "/portal/ticket/report.xhtml",
                        "/portal/ticket/ticket.xhtml?number=" + number,
                        "/portal/work/timesheets.xhtml",
                        "/portal/work/visits.xhtml",
                        "/portal/team/team.xhtml",
                        "/portal/report/reports.xhtml",
                        "/portal/penalty/credits.xhtml",
                        "/account/account.xhtml"),
                faults);
        visit(
                server,
                browser,
                colours,
                "l1",
                List.of(
                        "/desk/ticket/queue.xhtml",
                        "/desk/ticket/register.xhtml",
                        "/desk/ticket/register.xhtml?contract=DESK-B",
                        "/desk/ticket/ticket.xhtml?number=" + number,
                        "/desk/ticket/line.xhtml",
                        "/desk/ticket/line.xhtml?contract=DESK-B&level=L1",
                        "/desk/ticket/arrivals.xhtml?contract=DESK-B&level=L1",
                        "/desk/intake/messages.xhtml",
                        "/desk/vendor/cases.xhtml",
                        "/desk/ticket/ticket.xhtml?number=" + ticketAtVendor(server),
                        "/desk/rota/rota.xhtml",
                        "/account/account.xhtml",
                        "/desk/penalty/outages.xhtml?contract=DESK-B",
                        "/desk/escalation/escalations.xhtml"),
                faults);
        visit(server, browser, colours, "manager", List.of(
                        "/desk/skills/skills.xhtml",
                        "/desk/skills/person.xhtml?account=l3",
                        "/desk/contract/contracts.xhtml",
                        "/desk/contract/contract.xhtml?code=DESK-B",
                        "/desk/contract/calendar.xhtml?code=BUDAPEST-5-12&year=2026",
                        "/desk/contract/replays.xhtml?contract=DESK-B",
                        "/desk/work/timesheets.xhtml",
                        "/desk/report/reports.xhtml",
                        "/desk/penalty/credits.xhtml?contract=DESK-B",
                        "/desk/penalty/outages.xhtml?contract=DESK-C",
                        "/admin/jobs.xhtml",
                        "/admin/vendors.xhtml",
                        "/admin/vendors.xhtml?q=nobody%25",
                        "/admin/vendor.xhtml?code=SIGNATUR",
                        "/admin/vendor.xhtml",
                        "/desk/rota/rota.xhtml",
                        "/desk/rota/plan.xhtml",
                        "/desk/escalation/escalations.xhtml?state=FIRED&contract=DESK-B"),
                faults);
        visit(server, browser, colours, "quality", List.of("/quality/lots.xhtml", "/admin/audit.xhtml?verify=yes"), faults);
        visit(
                server,
                browser,
                colours,
                "admin",
                List.of(
                        "/admin/outbox.xhtml",
                        "/admin/runs.xhtml?name=quality-sampling",
                        "/admin/audit.xhtml",
                        "/admin/accounts.xhtml?kind=STAFF",
                        "/admin/account.xhtml?name=l1",
                        "/admin/account.xhtml?name=anna",
                        "/admin/mailboxes.xhtml",
                        "/admin/mailboxes.xhtml?q=Desk-B",
                        "/admin/mailbox.xhtml?mailbox=support@desk-b.example",
                        "/admin/mailbox.xhtml",
                        "/admin/customers.xhtml",
                        "/admin/customer.xhtml?code=CUSTOMER-B",
                        "/admin/contact.xhtml?id=" + contact(server, "anna@customer-b.example"),
                        "/desk/contract/people.xhtml?code=DESK-B",
                        "/desk/contract/new.xhtml?organisation=CUSTOMER-B",
                        "/desk/contract/terms.xhtml?code=DESK-B",
                        "/desk/contract/calendars.xhtml",
                        "/desk/contract/calendars.xhtml?q=desk&after=zz"),
                faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void the_customer_accepts_the_resolution_in_the_browser(CountersignServer server, Browser browser) {
        String number = resolvedTicket(server);
        try (BrowserContext visitor = browser.visitor(server)) {
            Page page = visitor.newPage();
            List<String> complaints = Browser.complaints(page);
            signIn(page, "anna");
            page.navigate("/portal/ticket/ticket.xhtml?number=" + number);
            assertThat(page.content()).contains("Put out the fire");
            page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Elfogadás"))
                    .or(page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept")))
                    .first()
                    .click();
            page.waitForLoadState();
            assertThat(complaints).isEmpty();
        }
        JsonObject ticket = server.api("demo-anna").get("/tickets/" + number).expect(200).json();
        assertThat(ticket.getString("state")).isEqualTo("CLOSED");
        assertThat(ticket.getJsonObject("acceptance").getString("manner")).isEqualTo("PORTAL");
    }

    private static void visit(
            CountersignServer server, Browser browser, ColorScheme colours, String account, List<String> paths, List<String> faults) {
        try (BrowserContext visitor = browser.visitor(server, "en", colours)) {
            Page page = visitor.newPage();
            List<String> complaints = Browser.complaints(page);
            if (account != null) {
                signIn(page, account);
            }
            for (String path : paths) {
                Response response = page.navigate(path);
                if (response.status() != 200) {
                    faults.add(path + " answers " + response.status() + " to " + account);
                    continue;
                }
                if (page.content().contains("???")) {
                    faults.add(path + " lacks a text");
                }
                for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                    faults.add(path + " " + colours + " " + rule.getId() + ": " + rule.getNodes());
                }
                complaints.forEach(complaint -> faults.add(path + " complains: " + complaint));
                complaints.clear();
            }
        }
    }

    private static void signIn(Page page, String account) {
        page.navigate("/sign-in.xhtml");
        page.locator("input[type=text], input:not([type])").first().fill(account);
        page.locator("input[type=password]").fill(account);
        page.locator("input[type=password]").press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static long contact(CountersignServer server, String email) {
        try (Connection connection = server.database().asOwner();
                ResultSet row = connection.createStatement().executeQuery("SELECT id FROM contact WHERE email = '" + email + "'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ticketAtVendor(CountersignServer server) {
        Api l1 = server.api("demo-l1");
        String number = l1.post(
                        "/tickets",
                        Json.createObjectBuilder()
                                .add("contract", "DESK-B")
                                .add("kind", "INCIDENT")
                                .add("summary", "Signatures fail")
                                .add("description", "All of them.")
                                .add("impact", "HIGH")
                                .add("urgency", "HIGH")
                                .build())
                .expect(201)
                .json()
                .getString("number");
        for (String subject : List.of("Signatures fail", "Nobody answers the phone")) {
            l1.post(
                            "/tickets/" + number + "/vendor-cases",
                            Json.createObjectBuilder()
                                    .add("vendor", "SIGNATUR")
                                    .add("subject", subject)
                                    .add("description", "Please help.")
                                    .build())
                    .expect(201);
        }
        return number;
    }

    private static String resolvedTicket(CountersignServer server) {
        Api anna = server.api("demo-anna");
        Api l1 = server.api("demo-l1");
        String number = anna.post(
                        "/tickets",
                        Json.createObjectBuilder()
                                .add("contract", "DESK-B")
                                .add("kind", "INCIDENT")
                                .add("summary", "Printer on fire")
                                .add("description", "It burns.")
                                .add("impact", "HIGH")
                                .add("urgency", "HIGH")
                                .build())
                .expect(201)
                .json()
                .getString("number");
        l1.post("/tickets/" + number + "/messages", Json.createObjectBuilder().add("text", "On it").add("visibility", "PUBLIC").build())
                .expect(201);
        l1.post("/tickets/" + number + "/transitions", Json.createObjectBuilder().add("action", "resolve").add("text", "Put out the fire").build())
                .expect(200);
        return number;
    }
}
