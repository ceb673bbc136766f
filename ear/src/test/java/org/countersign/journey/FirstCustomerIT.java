package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.DatabaseKind;
import org.countersign.journey.support.Journey;
import org.junit.jupiter.api.Test;

/** An empty production installation gets its first customer on screen, and the customer's contact reports the first ticket (M2, M93, M96). */
@Journey
class FirstCustomerIT {

    private static final String PASSWORD = "a first password, long enough";

    private static final String AGREEMENT = """
            calendar: OFFICE
            language: en
            services: [{name: Claims, criticality: HIGH}]
            targets:
              - priorities:
                  P1: {response: PT30M, resolution: PT4H}
                  P2: {response: PT1H, resolution: PT8H}
                  P3: {response: PT4H, resolution: PT24H}
                  P4: {response: PT8H, resolution: PT40H}
                  P5: {response: PT8H, resolution: PT80H}
            """;

    private final List<String> faults = new ArrayList<>();

    @Test
    void the_administrator_records_a_customer_and_its_contact_reports_a_ticket(Browser browser) {
        try (CountersignServer server = CountersignServer.on(DatabaseKind.POSTGRESQL)
                        .production()
                        .environment("COUNTERSIGN_ADMIN_PASSWORD", PASSWORD)
                        .start();
                BrowserContext administrator = browser.visitor(server, "en", ColorScheme.LIGHT);
                BrowserContext contact = browser.visitor(server, "en", ColorScheme.LIGHT)) {
            Page page = administrator.newPage();
            List<String> complaints = Browser.complaints(page);
            signIn(page, "admin", PASSWORD);

            page.navigate("/desk/contract/contracts.xhtml");
            look(page, "No contract is recorded yet");
            page.navigate("/desk/contract/calendars.xhtml");
            look(page, "No calendar is recorded yet");
            fill(page, "hours:code", "OFFICE");
            fill(page, "hours:zone", "Europe/Budapest");
            fill(page, "hours:day:0:windows", "17:00–8:00");
            press(page, "hours:do");
            assertThat(page.locator("[id='hours:day:0:windows_error']").textContent()).contains("17:00").contains("08:00");
            assertThat(page.locator("[id='hours:day:0:windows']").inputValue()).as("what was typed").isEqualTo("17:00–8:00");
            fill(page, "hours:day:0:windows", "8 - 12, 13-17:00");
            fill(page, "hours:exceptions", "2026-12-24 8-12\ntomorrow");
            press(page, "hours:do");
            assertThat(page.locator("[id='hours:exceptions_error']").textContent()).contains("tomorrow");
            fill(page, "hours:exceptions", "2026-12-24 8-12\n2026-12-31");
            press(page, "hours:do");
            look(page, "The calendar OFFICE is recorded.");
            assertThat(page.locator("[id='hours:day:0:windows']").inputValue()).isEqualTo("08:00–12:00, 13:00–17:00");
            assertThat(page.locator("[id='hours:exceptions']").inputValue()).isEqualTo("2026-12-24 08:00–12:00\n2026-12-31");
            fill(page, "hours:day:4:windows", "");
            press(page, "hours:do");
            look(page, "Version 2 of the calendar is recorded.");

            page.navigate("/admin/customers.xhtml");
            look(page, "No customer is like that.");
            fill(page, "new:code", "first customer");
            fill(page, "new:name", "First Customer Kft.");
            press(page, "new:do");
            assertThat(page.locator("[id='new:code_error']").textContent()).contains("first customer");
            assertThat(page.locator("[id='new:name']").inputValue()).as("what was typed").isEqualTo("First Customer Kft.");
            fill(page, "new:code", "FIRST");
            press(page, "new:do");
            look(page, "This customer has no contacts yet.");

            page.locator("details summary").first().click();
            fill(page, "contact:name", "Erika First");
            fill(page, "contact:email", "erika@first.example");
            page.locator("[id='contact:zone']").selectOption("Europe/Budapest");
            press(page, "contact:do");
            look(page, "erika@first.example");
            page.getByText("Erika First").last().click();
            look(page, "cannot sign in to the portal yet");
            fill(page, "login:name", "erika");
            fill(page, "login:password", "short");
            press(page, "login:do");
            assertThat(page.locator("[id='login:password_error']").textContent()).contains("12");
            fill(page, "login:password", "erika likes long passwords");
            press(page, "login:do");
            look(page, "Signs in as erika");

            page.navigate("/desk/contract/new.xhtml?organisation=FIRST");
            press(page, "terms:addService");
            fill(page, "terms:service:0:name", "Billing");
            page.locator("summary:has(#set-1)").click();
            fill(page, "terms:set:0:row:0:response", "half an hour");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:set:0:row:0:response_error']").textContent()).contains("4:30");
            fill(page, "terms:set:0:row:0:response", "0:30");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:code_error']").count()).as("what code it has").isPositive();
            fill(page, "terms:code", "DESK-1");
            fill(page, "terms:name", "The first desk");
            fill(page, "terms:validFrom", "2026-01-01");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:agreedBy_error']").count()).as("who agreed").isPositive();
            assertThat(page.locator("[id='terms:service:0:name']").inputValue()).as("what was typed").isEqualTo("Billing");
            page.locator("details.step > summary").first().click();
            fill(page, "terms:agreement", "calendar: [");
            press(page, "terms:fill");
            assertThat(page.locator("[id='terms:agreement_error']").count()).as("no agreement").isPositive();
            fill(page, "terms:agreement", AGREEMENT);
            press(page, "terms:fill");
            assertThat(page.locator("[id='terms:service:0:name']").inputValue()).as("what the text says").isEqualTo("Claims");
            assertThat(page.locator("[id='terms:code']").inputValue()).isEqualTo("DESK-1");
            fill(page, "terms:agreedBy", "Director First");
            press(page, "terms:do");
            look(page, "Nobody may report under this contract yet.");

            page.locator("details summary").first().click();
            page.locator("[id='member:contact']").selectOption("erika@first.example");
            page.locator("[id='member:fixed']").check();
            page.locator("[id='member:mayAccept']").check();
            press(page, "member:do");
            look(page, "erika@first.example is named as you said.");
            page.locator("details summary").nth(1).click();
            fill(page, "stakeholder:name", "Director First");
            fill(page, "stakeholder:email", "director@first.example");
            press(page, "stakeholder:do");
            look(page, "director@first.example gets the reports from now on.");
            page.getByLabel("Remove Director First").click();
            look(page, "Nobody gets the reports of this contract.");
            page.locator("[id='settings:aql']").selectOption("1.5");
            press(page, "settings:do");
            look(page, "The settings of DESK-1 are saved.");
            page.navigate("/desk/contract/terms.xhtml?code=DESK-1");
            look(page, "Agree DESK-1 anew");
            page.locator("summary:has(#set-1)").click();
            fill(page, "terms:set:0:row:0:response", "soon");
            fill(page, "terms:agreedBy", "Director First");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:set:0:row:0:response_error']").textContent()).contains("4:30");
            assertThat(page.locator("[id='terms:set:0:row:0:response']").inputValue()).as("what was typed").isEqualTo("soon");
            fill(page, "terms:set:0:row:0:response", "0:20");
            fill(page, "terms:set:0:row:0:resolution", "0:10");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:set:0:row:0:resolution_error']").textContent()).contains("P1");
            fill(page, "terms:set:0:row:0:resolution", "3:30");
            press(page, "terms:do");
            look(page, "Version 2 is recorded.");
            assertThat(page.url()).contains("version=2");

            page.navigate("/admin/audit.xhtml");
            look(page, "DESK-1");

            Page portal = contact.newPage();
            complaints.addAll(Browser.complaints(portal));
            signIn(portal, "erika", "erika likes long passwords");
            portal.navigate("/portal/ticket/report.xhtml");
            fill(portal, "report:summary", "Nothing prints");
            fill(portal, "report:description", "The printer on the second floor is dark.");
            portal.locator("[id='report:kind']").selectOption("INCIDENT");
            portal.locator("[id='report:impact']").selectOption("MEDIUM");
            portal.locator("[id='report:urgency']").selectOption("MEDIUM");
            press(portal, "report:send");
            look(portal, "Nothing prints");
            assertThat(portal.url()).contains("number=CS-");
            assertThat(faults).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    private static void signIn(Page page, String account, String password) {
        page.navigate("/sign-in.xhtml");
        page.locator("input[type=text], input:not([type])").first().fill(account);
        page.locator("input[type=password]").fill(password);
        page.locator("input[type=password]").press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static void fill(Page page, String id, String text) {
        page.locator("[id='" + id + "']").fill(text);
    }

    private static void press(Page page, String id) {
        page.locator("[id='" + id + "']").click();
        page.waitForLoadState();
    }

    /** The page says this, and nobody is kept out of it. */
    private void look(Page page, String says) {
        assertThat(page.content()).as(page.url()).contains(says).doesNotContain("???");
        new AxeBuilder(page).analyze().getViolations().forEach(rule -> faults.add(page.url() + " " + rule.getId() + ": " + rule.getNodes()));
    }
}
