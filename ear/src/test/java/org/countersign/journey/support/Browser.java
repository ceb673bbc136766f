package org.countersign.journey.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real Chromium. Each visitor is a browser of its own, with its own cookies.
 *
 * <pre>{@code
 * try (BrowserContext visitor = browser.visitor(server, "en", ColorScheme.LIGHT)) {
 *     Page page = visitor.newPage();
 *     page.navigate("/");
 * }
 * }</pre>
 *
 * Playwright belongs to the thread that made it: journeys with a browser run on one thread.
 */
public final class Browser implements AutoCloseable {

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser launch() {
        var executable = Chromium.find();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setTimeout(60_000)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                // Small /dev/shm in containers.
                                "--disable-dev-shm-usage"))));
    }

    /** A visitor who reads English on a desktop, in light colours. */
    public BrowserContext visitor(CountersignServer server) {
        return visitor(server, "en", ColorScheme.LIGHT);
    }

    /** @param language what the browser asks for, e.g. {@code hu} */
    public BrowserContext visitor(CountersignServer server, String language, ColorScheme colours) {
        return chromium.newContext(options(server, language, colours).setViewportSize(1280, 900));
    }

    /** The same on a phone. */
    public BrowserContext visitorOnPhone(CountersignServer server, String language, ColorScheme colours) {
        return chromium.newContext(options(server, language, colours).setViewportSize(390, 844).setHasTouch(true));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(
            CountersignServer server, String language, ColorScheme colours) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(server.url())
                .setLocale(language)
                .setTimezoneId("Europe/Budapest")
                .setColorScheme(colours);
    }

    /** Collects what the page's console and scripts complain about; a journey asserts that it stays empty. */
    public static List<String> complaints(Page page) {
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        return complaints;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
