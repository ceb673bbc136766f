import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes a picture of every page of a running demo, light and dark, wide and narrow, in every language, and lets axe look at each.
 *
 * <p>{@code docs/screenshots/take [address [folder [part of a page's name [part of a variant's name, e.g. hu-390]]]]}; ends with 1 when axe, the browser's console or the width of
 * a page has something to say.
 */
public class Screenshots {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<String> CHROMIUMS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final String address;
    private final Path folder;
    private final String only;
    private final String variants;
    private final List<String> complaints = new ArrayList<>();

    private Screenshots(String address, Path folder, String only, String variants) {
        this.address = address;
        this.folder = folder;
        this.only = only;
        this.variants = variants;
    }

    public static void main(String[] arguments) throws Exception {
        String address = arguments.length > 0 ? arguments[0] : "http://localhost:8080";
        Path folder = Path.of(arguments.length > 1 ? arguments[1] : "screenshots");
        Files.createDirectories(folder);
        Screenshots screenshots = new Screenshots(address, folder, arguments.length > 2 ? arguments[2] : "", arguments.length > 3 ? arguments[3] : "");
        screenshots.takeAll();
        screenshots.complaints.forEach(System.out::println);
        System.out.println(screenshots.complaints.isEmpty() ? "Nothing to complain about." : screenshots.complaints.size() + " complaints.");
        System.exit(screenshots.complaints.isEmpty() ? 0 : 1);
    }

    /** What each account sees: name of the picture, and the address or the link to follow from the page before. */
    private static Map<String, Map<String, String>> pages() {
        Map<String, Map<String, String>> pages = new LinkedHashMap<>();
        pages.put(
                "",
                of(
                        "sign-in", "/sign-in.xhtml",
                        "sign-in-errors", "!#signIn\\:enter",
                        "not-found", "/sign-in.xhtml/nothing",
                        "failure", "/error/500.xhtml",
                        "demo-mail", "/demo/mail/",
                        "demo-mail-box", "/demo/mail/>.boxes a",
                        "demo-mail-mail", ">.mails a",
                        "demo-mail-write", "/demo/mail/write"));
        pages.put(
                "l1",
                of(
                        "account", "/account/account.xhtml",
                        "keys", "!#keys-open",
                        "queue", "/desk/ticket/queue.xhtml?view=OPEN",
                        "queue-empty", "/desk/ticket/queue.xhtml?q=nosuchthing",
                        "ticket", "/desk/ticket/queue.xhtml?view=ALL&state=RESOLVED>.sheet tbody th a",
                        "ticket-new", "/desk/ticket/queue.xhtml?view=OPEN&state=NEW>.sheet tbody th a",
                        "ticket-errors", "!#stepRESOLVE\\:do",
                        "forbidden", "/admin/jobs.xhtml",
                        "register", "/desk/ticket/register.xhtml?contract=DESK-B",
                        "register-errors", "!#register\\:send"));
        pages.put(
                "anna",
                of(
                        "portal-tickets", "/portal/ticket/tickets.xhtml",
                        "portal-report", "/portal/ticket/report.xhtml",
                        "portal-report-errors", "!#report\\:send",
                        "portal-ticket-resolved", "/portal/ticket/tickets.xhtml?state=RESOLVED>.sheet tbody th a",
                        "portal-ticket-errors", "!#stepREJECT\\:do",
                        "portal-visits", "/portal/work/visits.xhtml",
                        "portal-timesheets", "/portal/work/timesheets.xhtml",
                        "portal-timesheet", "/portal/work/timesheets.xhtml>.sheet tbody th a",
                        "portal-reports", "/portal/report/reports.xhtml"));
        pages.put(
                "manager",
                of(
                        "jobs", "/admin/jobs.xhtml",
                        "job-running", "!#start-service-report\\:do",
                        "job", "/admin/jobs.xhtml>.signs a",
                        "runs", "/admin/runs.xhtml?name=quality-sampling",
                        "timesheets", "/desk/work/timesheets.xhtml",
                        "timesheet", "/desk/work/timesheets.xhtml>.sheet tbody th a",
                        "reports", "/desk/report/reports.xhtml",
                        "vendors", "/admin/vendors.xhtml",
                        "mailboxes", "/admin/mailboxes.xhtml",
                        "outbox", "/admin/outbox.xhtml",
                        "mail", "/admin/outbox.xhtml>.sheet tbody th a",
                        "audit", "/admin/audit.xhtml?verify=yes",
                        "rota", "/desk/rota/rota.xhtml",
                        "rota-plan", "/desk/rota/plan.xhtml?rota=AROUND-THE-CLOCK",
                        "contract", "/desk/contract/contract.xhtml?code=DESK-B",
                        "contract-terms", "/desk/contract/terms.xhtml?code=DESK-B",
                        "contract-calendars", "/desk/contract/calendars.xhtml",
                        "contract-calendar", "/desk/contract/calendar.xhtml?code=BUDAPEST-5-12",
                        "skills", "/desk/skills/skills.xhtml",
                        "escalations", "/desk/escalation/escalations.xhtml",
                        "outages", "/desk/penalty/outages.xhtml",
                        "line", "/desk/ticket/line.xhtml?contract=DESK-D",
                        "arrivals", "/desk/ticket/arrivals.xhtml?contract=DESK-D",
                        "vendor-cases", "/desk/vendor/cases.xhtml",
                        "inbound", "/desk/intake/messages.xhtml",
                        "inbound-message", "/desk/intake/messages.xhtml>.sheet tbody th a"));
        pages.put(
                "quality",
                of(
                        "lots", "/quality/lots.xhtml",
                        "lot", "/quality/lots.xhtml>.sheet tbody th a",
                        "review", "/quality/lots.xhtml?state=DRAWN>.sheet tbody th a>.sheet tbody th a",
                        "review-errors", "!#checklist\\:give"));
        return pages;
    }

    private static Map<String, String> of(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private void takeAll() {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        CHROMIUMS.stream().map(Path::of).filter(Files::isExecutable).findFirst().ifPresent(options::setExecutablePath);
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                Browser browser = playwright.chromium().launch(options)) {
            writeMail(browser);
            pages().forEach((account, pages) -> {
                for (String language : List.of("en", "hu", "nl", "pt")) {
                    for (int width : new int[] {1280, 390}) {
                        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                            take(browser, account, pages, language, width, scheme);
                        }
                    }
                }
            });
        }
    }

    /** A mail whose sender nothing proves, so that incoming mail has something to show and to decide about. */
    private void writeMail(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(address + "/demo/mail/write");
            page.fill("#subject", "The label printer stops after one page");
            page.fill("#text", "Since this morning it stops after the first page. The display says “E-04”.");
            page.check("#forged");
            page.click("button[type=submit]");
            page.waitForLoadState();
        }
    }

    private void take(Browser browser, String account, Map<String, String> pages, String language, int width, ColorScheme scheme) {
        String variant = language + "-" + width + "-" + scheme.name().toLowerCase();
        if (!variant.contains(variants) || pages.keySet().stream().noneMatch(name -> name.contains(only))) {
            return;
        }
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setLocale(language))) {
            context.setDefaultTimeout(60_000);
            Page page = context.newPage();
            page.onConsoleMessage(message -> complain(message, variant, page.url()));
            if (!account.isEmpty()) {
                signIn(page, account, language);
            }
            pages.forEach((name, where) -> {
                try {
                    go(page, where);
                    if (name.contains(only)) {
                        shoot(page, name + "-" + variant);
                    }
                } catch (PlaywrightException failure) {
                    complaints.add(name + "-" + variant + ": " + failure.getMessage().lines().limit(2).toList());
                }
            });
        }
    }

    private void signIn(Page page, String account, String language) {
        page.navigate(address + "/sign-in.xhtml?to=/account/account.xhtml");
        page.fill("#signIn\\:name", account);
        page.fill("#signIn\\:password", account);
        page.click("#signIn\\:enter");
        page.selectOption("#look\\:language", language);
        page.click("#look\\:save");
        page.waitForSelector("html[lang=" + language + "]");
    }

    /** {@code path}, {@code >link}, {@code path>link} or {@code !button}. */
    private void go(Page page, String where) {
        if (where.startsWith("!")) {
            page.locator(where.substring(1)).evaluate("button => { const section = button.closest('details'); if (section) section.open = true; }");
            page.click(where.substring(1));
        } else {
            int link = where.indexOf('>');
            if (link != 0) {
                page.navigate(address + (link < 0 ? where : where.substring(0, link)));
            }
            if (link >= 0) {
                for (String next : where.substring(link + 1).split(">")) {
                    page.locator(next).first().click();
                    page.waitForLoadState();
                }
            }
        }
        page.waitForLoadState();
    }

    private void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            String nodes = rule.getNodes().stream()
                    .limit(3)
                    .map(node -> String.valueOf(node.getHtml()).replaceAll("\\s+", " "))
                    .toList()
                    .toString();
            complaints.add(name + ": " + rule.getId() + ": " + rule.getHelp() + " " + nodes);
        }
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) overflow).intValue() > 0) {
            complaints.add(name + ": wider than the window by " + overflow);
        }
        if (page.content().contains("???")) {
            complaints.add(name + ": a text is missing");
        }
    }

    private void complain(ConsoleMessage message, String variant, String url) {
        if (message.type().equals("error") && !message.text().contains("404") && !message.text().contains("403")) {
            complaints.add(variant + " " + url + ": console: " + message.text());
        }
    }
}
