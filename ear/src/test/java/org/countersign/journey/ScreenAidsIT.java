package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.Journey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages' script does for people: a session's end is no surprise, nothing typed is lost, and keys lead to pages (F74, WCAG 2.1.4, 2.2.1). */
@Journey
class ScreenAidsIT {

    private static final String REPORT = "/portal/ticket/report.xhtml";

    private static final String SUMMARY = "#report\\:summary";

    private static final String DESCRIPTION = "#report\\:description";

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void the_end_of_a_session_is_announced_and_can_be_put_off(ColorScheme colours, CountersignServer server, Browser browser) {
        try (BrowserContext visitor = browser.visitor(server, "en", colours)) {
            Page page = visitor.newPage();
            List<String> complaints = Browser.complaints(page);
            page.clock().install();
            signIn(page, "anna");
            page.navigate(REPORT);
            page.focus(SUMMARY);
            page.clock().fastForward("20:00");
            assertThat(page.textContent("#idle-said")).isEmpty();

            page.clock().fastForward("06:00");
            page.waitForFunction("document.getElementById('idle-said').textContent !== ''");
            assertThat(page.textContent("#idle-said")).matches("(?s).*\\d\\d?:\\d\\d.*");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.focus("#idle-stay");
            Response answer = page.waitForResponse("**/account/still-here", () -> page.keyboard().press("Enter"));
            assertThat(answer.status()).isEqualTo(204);
            page.waitForFunction("document.getElementById('idle-said').textContent === ''");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("report:summary");

            page.clock().fastForward("31:00");
            page.waitForSelector("#idle-again:not([hidden])");
            assertThat(page.getAttribute("#idle-again", "href")).endsWith(REPORT);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void what_was_typed_comes_back_after_the_session_has_ended(CountersignServer server, Browser browser) {
        try (BrowserContext visitor = browser.visitor(server)) {
            Page page = visitor.newPage();
            signIn(page, "anna");
            type(page);
            visitor.clearCookies();
            page.click("#report\\:send");
            page.waitForURL(url -> url.contains("sign-in"));
            enter(page, "anna");
            page.waitForURL(url -> url.contains(REPORT));
            assertThat(page.inputValue(SUMMARY)).isEqualTo("It's broken");
            assertThat(page.inputValue(DESCRIPTION)).isEqualTo("First line\nsecond line");
            assertThat(page.inputValue("#report\\:impact")).isEqualTo("HIGH");
            assertThat(page.textContent("#restored")).isNotBlank();
            page.click("#report\\:send");
            page.waitForURL(url -> url.contains("ticket.xhtml"));
            page.navigate(REPORT);
            assertThat(page.inputValue(SUMMARY)).isEmpty();
            assertThat(page.textContent("#restored")).isEmpty();
        }
    }

    @Test
    void what_was_typed_comes_back_in_a_view_that_expired(CountersignServer server, Browser browser) {
        try (BrowserContext visitor = browser.visitor(server)) {
            Page page = visitor.newPage();
            signIn(page, "anna");
            type(page);
            Page other = visitor.newPage();
            for (int views = 0; views < 12; views++) {
                other.navigate(REPORT);
            }
            page.click("#report\\:send");
            page.waitForSelector(".notice-warning");
            assertThat(page.inputValue(SUMMARY)).isEqualTo("It's broken");
            assertThat(page.inputValue(DESCRIPTION)).isEqualTo("First line\nsecond line");
        }
    }

    @Test
    void what_was_typed_is_gone_after_a_sign_out_in_any_tab(CountersignServer server, Browser browser) {
        try (BrowserContext visitor = browser.visitor(server)) {
            Page page = visitor.newPage();
            signIn(page, "anna");
            type(page);
            Page other = visitor.newPage();
            other.navigate(REPORT);
            other.click(".leave button");
            other.waitForURL(url -> url.contains("sign-in"));
            page.waitForSelector("#idle-again:not([hidden])");
            assertThat(drafts(page)).isZero();
            signIn(page, "anna");
            page.navigate(REPORT);
            assertThat(page.inputValue(SUMMARY)).isEmpty();
        }
    }

    @Test
    void what_was_typed_is_for_the_account_that_typed_it(CountersignServer server, Browser browser) {
        try (BrowserContext visitor = browser.visitor(server)) {
            Page page = visitor.newPage();
            signIn(page, "anna");
            type(page);
            visitor.clearCookies();
            signIn(page, "bert");
            page.navigate(REPORT);
            assertThat(page.inputValue(SUMMARY)).isEmpty();
            assertThat(drafts(page)).isZero();
        }
    }

    @Test
    void keys_lead_to_pages_until_somebody_switches_them_off(CountersignServer server, Browser browser) {
        try (BrowserContext visitor = browser.visitor(server)) {
            Page page = visitor.newPage();
            List<String> complaints = Browser.complaints(page);
            signIn(page, "l1");
            page.navigate("/desk/ticket/queue.xhtml");
            page.keyboard().press("g");
            page.keyboard().press("t");
            page.waitForURL(url -> url.contains("/desk/work/timesheets.xhtml"));
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("global-search");
            page.keyboard().type("gq?");
            assertThat(page.inputValue("#global-search")).isEqualTo("gq?");
            page.focus("#main");

            page.keyboard().press("?");
            page.waitForSelector("#keys[open]");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.uncheck("#keys-on");
            page.keyboard().press("Escape");
            assertThat(page.isVisible("#keys")).isFalse();
            page.focus("#main");
            page.keyboard().press("?");
            page.keyboard().press("g");
            page.keyboard().press("q");
            assertThat(page.isVisible("#keys")).isFalse();
            page.reload();
            assertThat(page.url()).contains("/desk/work/timesheets.xhtml");
            page.click("#keys-open");
            assertThat(page.isChecked("#keys-on")).isFalse();
            assertThat(complaints).isEmpty();
        }
    }

    private static void type(Page page) {
        page.navigate(REPORT);
        page.fill(SUMMARY, "It's broken");
        page.fill(DESCRIPTION, "First line\nsecond line");
        page.selectOption("#report\\:impact", "HIGH");
    }

    private static int drafts(Page page) {
        return ((Number) page.evaluate("Object.keys(sessionStorage).filter(name => name.startsWith('draft:')).length")).intValue();
    }

    private static void signIn(Page page, String account) {
        page.navigate("/sign-in.xhtml");
        enter(page, account);
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static void enter(Page page, String account) {
        page.fill("#signIn\\:name", account);
        page.fill("#signIn\\:password", account);
        page.press("#signIn\\:password", "Enter");
    }
}
