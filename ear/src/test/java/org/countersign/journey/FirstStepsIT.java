package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.DatabaseKind;
import org.countersign.journey.support.FormClient;
import org.countersign.journey.support.Journey;
import org.junit.jupiter.api.Test;

/** What the first administrator of a production installation does before anybody works there. */
@Journey
class FirstStepsIT {

    private static final String FIRST = "a first password, long enough";
    private static final String GIVEN = "four quiet words given";
    private static final String CHANGED = "four other words chosen";

    @Test
    void the_first_administrator_makes_people_who_sign_in_on_screen_and_over_http(Browser browser) throws Exception {
        try (CountersignServer server = CountersignServer.on(DatabaseKind.POSTGRESQL)
                .production()
                .environment("COUNTERSIGN_ADMIN_PASSWORD", FIRST)
                .start()) {
            Api admin = server.api(onScreen(server, browser));
            overHttp(server, admin);
            assertThat(kept(server, "cst_")).as("no answer that is kept has a secret in it").isZero();
            assertThat(audited(server, GIVEN) + audited(server, CHANGED) + audited(server, "cst_")).isZero();
        }
    }

    /** In Chromium: an account with a password, and a token for the administrator, whose secret is answered. */
    private static String onScreen(CountersignServer server, Browser browser) {
        try (BrowserContext visitor = browser.visitor(server);
                BrowserContext somebody = browser.visitor(server)) {
            Page page = visitor.newPage();
            List<String> complaints = Browser.complaints(page);
            signIn(page, "admin", FIRST);
            page.navigate("/admin/accounts.xhtml");
            Locator form = unfold(page, "staff");
            form.locator("[id='staff:name']").fill("eva");
            form.locator("[id='staff:displayName']").fill("Eva Kiss");
            form.locator("[id='staff:email']").fill("eva@provider.example");
            form.locator("[id='staff:level']").selectOption("L1");
            form.getByLabel("Agent", new Locator.GetByLabelOptions().setExact(true)).check();
            form.locator("[id='staff:password']").fill("short");
            form.locator("[id='staff:do']").click();
            page.waitForSelector("#errors");
            assertThat(page.textContent("[id='staff:password_error']")).contains("too short");
            assertThat(page.inputValue("[id='staff:password']")).isEmpty();
            assertThat(page.content()).doesNotContain("\"short\"");
            page.fill("[id='staff:password']", GIVEN);
            page.click("[id='staff:do']");
            page.waitForURL(url -> url.contains("account.xhtml?name=eva"));
            assertThat(page.textContent("main")).contains("Eva Kiss", "Agent", "Level 1");

            Page eva = somebody.newPage();
            signIn(eva, "eva", GIVEN);
            eva.navigate("/account/account.xhtml");
            eva.fill("[id='secret:current']", GIVEN);
            eva.fill("[id='secret:password']", CHANGED);
            eva.fill("[id='secret:repeated']", CHANGED);
            eva.click("[id='secret:change']");
            eva.waitForSelector("[data-done='success']");
            assertThat(eva.navigate("/admin/accounts.xhtml").status()).isEqualTo(403);

            page.navigate("/admin/account.xhtml?name=admin");
            Locator token = unfold(page, "token");
            token.locator("[id='token:label']").fill("set-up");
            token.locator("[id='token:do']").click();
            String secret = page.waitForSelector("#token-secret").inputValue();
            page.reload();
            assertThat(page.content()).contains("set-up").doesNotContain(secret);
            assertThat(complaints).isEmpty();
            return secret;
        }
    }

    private static void overHttp(CountersignServer server, Api admin) {
        JsonObjectBuilder judit = Json.createObjectBuilder()
                .add("name", "judit")
                .add("displayName", "Judit Nagy")
                .add("email", "judit@provider.example")
                .add("roles", Json.createArrayBuilder().add("AGENT"))
                .add("language", "hu")
                .add("zone", "Europe/Budapest");
        JsonObject wanted = judit.build();
        assertThat(field(admin.post("/accounts", wanted).expect(422))).isEqualTo("level");
        JsonObject whole = Json.createObjectBuilder(wanted).add("level", "L2").build();
        assertThat(field(admin.post("/accounts", Json.createObjectBuilder(whole).add("password", GIVEN).build()).expect(400)))
                .isEqualTo("password");
        Api.Answer made = admin.with("Idempotency-Key", "judit").post("/accounts", whole).expect(201);
        assertThat(made.header("Location").orElseThrow()).endsWith("/api/v1/accounts/judit");
        admin.with("Idempotency-Key", "judit").post("/accounts", whole).expect(201);
        assertThat(admin.get("/accounts?q=judit&kind=STAFF&active=true").expect(200).json().getJsonArray("items")).hasSize(1);
        assertThat(field(admin.put("/accounts/judit/password", password("short")).expect(422))).isEqualTo("password");
        admin.put("/accounts/judit/password", password(GIVEN)).expect(204);

        JsonObject token = Json.createObjectBuilder().add("label", "export").add("expiresAt", "2099-01-01T00:00:00Z").build();
        JsonObject issued = admin.with("Idempotency-Key", "token").post("/accounts/judit/tokens", token).expect(201).json();
        assertThat(admin.with("Idempotency-Key", "token").post("/accounts/judit/tokens", token).expect(201).json())
                .as("the same token, its secret told once")
                .isEqualTo(Json.createObjectBuilder(issued).addNull("secret").build());
        assertThat(admin.get("/accounts/judit/tokens").expect(200).text()).contains("export").doesNotContain("secret");

        Api caller = server.api(issued.getString("secret"));
        assertThat(caller.get("/me").expect(200).json().getString("account")).isEqualTo("judit");
        caller.get("/accounts").expect(403);
        caller.get("/mailboxes").expect(403);
        caller.put("/accounts/admin/password", password(GIVEN)).expect(403);

        FormClient session = new FormClient(server).signIn("judit", GIVEN);
        assertThat(session.get("/account/account.xhtml").status()).isEqualTo(200);
        admin.put("/accounts/judit/password", password(CHANGED)).expect(204);
        assertThat(session.get("/account/account.xhtml").status()).as("the session is over").isEqualTo(302);

        String seen = admin.get("/accounts/judit").expect(200).header("ETag").orElseThrow();
        JsonObject roles = Json.createObjectBuilder().add("roles", Json.createArrayBuilder().add("MANAGER")).build();
        admin.with("If-Match", seen).put("/accounts/judit/roles", roles).expect(200);
        admin.with("If-Match", seen).put("/accounts/judit/roles", roles).expect(412);
        admin.delete("/accounts/judit/tokens/" + issued.getInt("id")).expect(204);
        caller.get("/me").expect(401);
        assertThat(admin.post("/accounts/judit/deactivation", Json.createObjectBuilder().build()).expect(200).json().getBoolean("active")).isFalse();
        assertThat(admin.post("/accounts/admin/deactivation", Json.createObjectBuilder().build()).expect(409).json().getString("code"))
                .isEqualTo("last-administrator");
        assertThat(admin.get("/mailboxes").expect(200).json().getJsonArray("items")).isEmpty();
    }

    private static JsonObject password(String password) {
        return Json.createObjectBuilder().add("password", password).build();
    }

    private static String field(Api.Answer refused) {
        return refused.json().getJsonArray("violations").getJsonObject(0).getString("field");
    }

    private static Locator unfold(Page page, String form) {
        page.locator("details:has(form[id='" + form + "']) > summary").click();
        return page.locator("form[id='" + form + "']");
    }

    private static void signIn(Page page, String name, String password) {
        page.navigate("/sign-in.xhtml");
        page.locator("input[type=text], input:not([type])").first().fill(name);
        page.locator("input[type=password]").fill(password);
        page.locator("input[type=password]").press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static int kept(CountersignServer server, String text) throws SQLException {
        return count(server, "SELECT COUNT(*) FROM idempotent_request WHERE body LIKE '%" + text + "%'");
    }

    private static int audited(CountersignServer server, String text) throws SQLException {
        return count(server, "SELECT COUNT(*) FROM audit_entry WHERE facts LIKE '%" + text + "%'");
    }

    private static int count(CountersignServer server, String sql) throws SQLException {
        try (Connection connection = server.database().asOwner();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
