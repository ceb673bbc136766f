package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.Journey;
import org.junit.jupiter.api.Test;

/** A contract is agreed anew, and what is open follows: who agreed, what moved and why stays on record. */
@Journey
class AgreementIT {

    private static final String YAML = "application/yaml";
    private static final String AGREEMENT = "/contracts/DESK-B/agreement";

    private static final String CLAUSES =
            """
            categories:
              - {category: HOSTING, title: Hosting environment, level: L2, direct: true}
              - {category: BUG, title: Bugs, level: L3}
            environments: [Production, Preproduction]
            """;

    @Test
    void a_new_version_moves_what_is_open_and_says_so(CountersignServer server) throws InterruptedException {
        Api manager = server.api("demo-manager");
        Api l1 = server.api("demo-l1");
        String number = register(server.api("demo-anna"));
        Api.Answer before = manager.get(AGREEMENT).expect(200);
        String text = before.text();
        String tag = before.header("ETag").orElseThrow();
        assertThat(before.header("Content-Type").orElseThrow()).startsWith(YAML);
        l1.get(AGREEMENT).expect(403);
        JsonObject promised = target(l1, number, "RESOLUTION");
        assertThat(promised.getString("promised")).isEqualTo("PT24H");

        JsonObject refused = manager.with("If-Match", tag)
                .put(AGREEMENT + "?agreedBy=Anna", YAML, text.replace("PT24H", "PT24D"))
                .expect(422)
                .json();
        assertThat(refused.getString("code")).isEqualTo("agreement-duration-malformed");
        assertThat(refused.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("targets[0].priorities.P3.resolution");
        manager.put(AGREEMENT + "?agreedBy=Anna", YAML, "calendar: [OFFICE").expect(422);
        manager.put(AGREEMENT, YAML, text.replace("PT24H", "PT20H")).expect(422);

        try {
            Api.Answer after = manager.with("If-Match", tag)
                    .put(AGREEMENT + "?agreedBy=Anna", YAML, text.replace("PT24H", "PT20H"))
                    .expect(200);
            assertThat(after.text()).contains("PT20H");
            manager.with("If-Match", tag).put(AGREEMENT + "?agreedBy=Anna", YAML, text.replace("PT24H", "PT16H")).expect(412);
            recompute(manager);

            assertThat(target(l1, number, "RESOLUTION").getString("promised")).isEqualTo("PT20H");
            assertThat(moves(l1, number)).singleElement().asString().contains("CONTRACT_VERSION", "resolutionDue: ");
            int versions = manager.get("/contracts/DESK-B/versions").expect(200).json().getJsonArray("items").size();
            recompute(manager);
            assertThat(moves(l1, number)).hasSize(1);
            assertThat(manager.get(AGREEMENT + "?version=" + (versions - 1)).expect(200).text()).isEqualTo(text);
        } finally {
            manager.put(AGREEMENT + "?agreedBy=Anna", YAML, text).expect(200);
            recompute(manager);
        }
    }

    @Test
    void one_wrong_date_is_withdrawn_and_blocks_the_contract_no_longer(CountersignServer server, Browser browser) {
        Api manager = server.api("demo-manager");
        String contract = "/contracts/DESK-C";
        String text = manager.get(contract + "/agreement").expect(200).text();
        String address = contract + "/agreement?agreedBy=Bert&inForceFrom=2099-01-01T00:00:00Z";
        int wrong = number(manager.put(address, YAML, text + "environments: [Planned]\n").expect(200));
        String team = manager.get(contract + "/team").expect(200).text();
        JsonObject lead = Json.createObjectBuilder().add("role", "BUSINESS_IMPACT").add("account", "l3").add("phone", "+36 1 555 0999").build();
        JsonObject planned = Json.createObjectBuilder().add("from", "2099-01-01").add("members", Json.createArrayBuilder().add(lead)).build();
        manager.put(contract + "/team", planned).expect(200);
        assertThat(manager.put(contract + "/agreement?agreedBy=Bert", YAML, text).expect(422).json().getString("code"))
                .isEqualTo("version-before-predecessor");
        server.api("demo-l1").delete(contract + "/versions/" + wrong).expect(403);
        assertThat(manager.delete(contract + "/versions/" + (wrong - 1)).expect(409).json().getString("code")).startsWith("version-");

        try (BrowserContext visitor = browser.visitor(server, "en", ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate("/sign-in.xhtml");
            page.locator("input[type=text], input:not([type])").first().fill("manager");
            page.locator("input[type=password]").fill("manager");
            page.locator("input[type=password]").press("Enter");
            page.waitForURL(url -> !url.contains("sign-in"));
            page.navigate("/desk/contract/contract.xhtml?code=DESK-C&version=" + wrong);
            Page other = visitor.newPage();
            other.navigate("/desk/contract/contract.xhtml?code=DESK-C&version=" + wrong);
            for (Page each : List.of(page, other)) {
                each.locator("details:has([id='withdrawal']) > summary").click();
                each.locator("[id='withdrawal:do']").click();
                each.waitForLoadState();
            }
            assertThat(page.content()).contains("Version " + wrong + " is withdrawn.");
            assertThat(other.locator("#errors").textContent()).contains("Version " + wrong + " was withdrawn already");

            page.navigate("/desk/contract/contract.xhtml?code=DESK-C");
            other.navigate("/desk/contract/contract.xhtml?code=DESK-C");
            for (Page each : List.of(page, other)) {
                each.locator("details:has([id='teamWithdrawal']) > summary").click();
                each.locator("[id='teamWithdrawal:do']").click();
                each.waitForLoadState();
            }
            assertThat(page.content()).contains("What was planned for the account team of DESK-C is withdrawn.");
            assertThat(other.locator("#errors").textContent()).contains("Nothing is planned");
        }

        assertThat(manager.delete(contract + "/versions/" + wrong).expect(409).json().getString("code")).isEqualTo("version-withdrawn");
        assertThat(manager.delete(contract + "/team/2099-01-01").expect(409).json().getString("code")).isEqualTo("team-not-planned");
        JsonObject kept = manager.get(contract + "/versions").expect(200).json().getJsonArray("withdrawn").getJsonObject(0);
        assertThat(kept.getInt("version")).isEqualTo(wrong);
        assertThat(kept.getString("withdrawnBy")).isEqualTo("manager");
        assertThat(manager.get(contract + "/agreement?version=" + wrong).expect(200).text()).contains("Planned");
        assertThat(manager.get(contract + "/agreement").expect(200).text()).isEqualTo(text);
        assertThat(manager.get(contract + "/team").expect(200).text()).isEqualTo(team);
        assertThat(number(manager.put(contract + "/agreement?agreedBy=Bert", YAML, text).expect(200))).isEqualTo(wrong + 1);
    }

    /** Of the version, which is its entity tag. */
    private static int number(Api.Answer answer) {
        return Integer.parseInt(answer.header("ETag").orElseThrow().replaceAll("[^0-9]", ""));
    }

    @Test
    void a_category_says_which_level_works_on_a_report(CountersignServer server) {
        Api manager = server.api("demo-manager");
        Api l1 = server.api("demo-l1");
        String address = "/contracts/DESK-C/agreement";
        String text = manager.get(address).expect(200).text();
        manager.put(address + "?agreedBy=Bert", YAML, text + CLAUSES.replace("L3", "L4")).expect(422);
        manager.put(address + "?agreedBy=Bert", YAML, text + CLAUSES).expect(200);
        try {
            JsonObject refused = l1.post("/tickets", report("STORM", null)).expect(422).json();
            assertThat(refused.getString("code")).isEqualTo("category-unknown");
            assertThat(refused.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("category");
            assertThat(refused.getString("detail")).contains("HOSTING, BUG");
            assertThat(l1.post("/tickets", report(null, "Training")).expect(422).json().getString("code")).isEqualTo("environment-unknown");

            JsonObject hosting = l1.post("/tickets", report("HOSTING", "production")).expect(201).json();
            assertThat(hosting.getString("level")).isEqualTo("L2");
            assertThat(hosting.getString("environment")).isEqualTo("Production");
            JsonObject first = l1.get("/tickets/" + hosting.getString("number") + "/history").expect(200).json()
                    .getJsonArray("items").getJsonObject(0).getJsonObject("facts");
            assertThat(first.getString("level")).isEqualTo("L2");
            assertThat(first.getString("category")).isEqualTo("HOSTING");
            assertThat(first.getBoolean("direct")).isTrue();

            Api.Answer plain = l1.post("/tickets", report(null, null)).expect(201);
            String number = plain.json().getString("number");
            JsonObject bug = Json.createObjectBuilder().add("action", "categorise").add("category", "BUG").build();
            String seen = plain.header("ETag").orElseThrow();
            JsonObject categorised = l1.with("If-Match", seen).post("/tickets/" + number + "/transitions", bug).expect(200).json();
            assertThat(categorised.getString("category")).isEqualTo("BUG");
            assertThat(categorised.getString("level")).isEqualTo("L1");
            assertThat(categorised.getString("suggestedLevel")).isEqualTo("L3");
            l1.with("If-Match", seen).post("/tickets/" + number + "/transitions", bug).expect(412);
            server.api("demo-bert").post("/tickets/" + number + "/transitions", bug).expect(403);
            assertThat(server.api("demo-bert").get("/tickets/" + number).expect(200).json().getString("category")).isEqualTo("BUG");
            JsonObject list = l1.get("/tickets?contract=DESK-C&category=BUG&count=true").expect(200).json();
            assertThat(list.getInt("count")).isEqualTo(1);
            assertThat(list.getJsonArray("items").getJsonObject(0).getString("number")).isEqualTo(number);
        } finally {
            manager.put(address + "?agreedBy=Bert", YAML, text).expect(200);
        }
    }

    @Test
    void a_report_that_lacks_what_the_contract_demands_is_kept_until_somebody_completes_it(CountersignServer server) {
        Api manager = server.api("demo-manager");
        Api l1 = server.api("demo-l1");
        String address = "/contracts/DESK-C/agreement";
        String text = manager.get(address).expect(200).text();
        manager.put(address + "?agreedBy=Bert", YAML, text + "minimum: [SERVICE, \"FIELD:user\"]\n").expect(200);
        try {
            Api.Answer held = l1.post("/tickets", report(null, null)).expect(201);
            assertThat(held.json().getString("state")).isEqualTo("HELD");
            assertThat(held.json().getString("holdReason")).isEqualTo("INCOMPLETE");
            assertThat(held.json().getJsonArray("missing").toString()).isEqualTo("[\"SERVICE\",\"FIELD:user\"]");
            String steps = "/tickets/" + held.json().getString("number") + "/transitions";
            JsonObject release = Json.createObjectBuilder().add("action", "release").build();
            assertThat(l1.post(steps, release).expect(409).json().getString("code")).isEqualTo("report-incomplete");

            JsonObject service = Json.createObjectBuilder().add("action", "complete").add("service", "Invoicing").build();
            String seen = held.header("ETag").orElseThrow();
            JsonObject more = l1.with("If-Match", seen).post(steps, service).expect(200).json();
            assertThat(more.getString("state")).isEqualTo("HELD");
            assertThat(more.getJsonArray("missing").toString()).isEqualTo("[\"FIELD:user\"]");
            l1.with("If-Match", seen).post(steps, service).expect(412);
            server.api("demo-anna").post(steps, service).expect(404);

            JsonObject user = Json.createObjectBuilder()
                    .add("action", "complete")
                    .add("fields", Json.createObjectBuilder().add("user", "Bert"))
                    .build();
            JsonObject complete = l1.post(steps, user).expect(200).json();
            assertThat(complete.getString("state")).isEqualTo("NEW");
            assertThat(complete.getJsonArray("missing")).isEmpty();
            assertThat(complete.getString("service")).isEqualTo("Invoicing");
            assertThat(complete.getJsonObject("fields").getString("user")).isEqualTo("Bert");
        } finally {
            manager.put(address + "?agreedBy=Bert", YAML, text).expect(200);
        }
    }

    @Test
    void targets_the_matrix_and_escalation_are_agreed_by_form(CountersignServer server, Browser browser) {
        Api manager = server.api("demo-manager");
        String address = "/contracts/DESK-C/agreement";
        String text = manager.get(address).expect(200).text();
        try (BrowserContext visitor = browser.visitor(server)) {
            Page page = visitor.newPage();
            List<String> complaints = Browser.complaints(page);
            signIn(page, "manager");
            page.navigate("/desk/contract/terms.xhtml?code=DESK-C");
            assertThat(page.locator("details[open]").count()).as("an overview first").isZero();
            openRow(page, "set-1");
            fill(page, "terms:set:0:row:0:update", "soon");
            press(page, "terms:add");
            assertThat(page.url()).endsWith("#set-2");
            assertThat(page.evaluate("document.activeElement.id")).as("where to go on").isEqualTo("set-2");
            assertThat(page.locator("#errors").count()).as("nothing is refused by adding").isZero();
            assertThat(value(page, "terms:set:0:row:0:update")).as("what was typed").isEqualTo("soon");
            fill(page, "terms:set:1:row:0:response", "0:15");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:set:0:row:0:update_error']").textContent()).contains("4:30");
            assertThat(value(page, "terms:set:1:row:0:response")).as("what was typed").isEqualTo("0:15");
            assertThat(page.locator("[id='terms:set:0:row:0:update']").getAttribute("aria-invalid")).isEqualTo("true");
            fill(page, "terms:set:0:row:0:update", "");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:set:1:row:1:response_error']").textContent()).contains("P1, P2, P3, P4, P5");
            check(page, "terms:set:1:kind:3:chosen");
            press(page, "terms:add");
            check(page, "terms:set:2:kind:0:chosen");
            check(page, "terms:set:2:kind:3:chosen");
            page.locator("[id='terms:set:2:starts']").selectOption("RECEIPT");
            fill(page, "terms:set:2:row:0:response", "0:20");
            fill(page, "terms:set:2:row:0:resolution", "5");
            page.locator("[id='terms:set:2:pause:2:wait:3:chosen']").uncheck();
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:set:2:maintenance_error']").count()).as("both are for complaints").isPositive();
            press(page, "terms:set:1:remove");
            assertThat(page.locator("[id='terms:set:2:starts']").count()).isZero();
            assertThat(value(page, "terms:set:1:row:0:resolution")).as("what was typed in the third set, the second now").isEqualTo("5");
            assertThat(page.locator("[id='terms:set:1:kind:0:chosen']").isChecked()).isTrue();
            assertThat(page.locator("[id='terms:set:1:pause:2:wait:3:chosen']").isChecked()).isFalse();
            page.locator("[id='terms:impact:2:urgency:2:priority']").selectOption("P1");
            press(page, "terms:usual");
            assertThat(value(page, "terms:impact:2:urgency:2:priority")).as("not what the browser kept").isEqualTo("P5");
            page.locator("[id='terms:impact:2:urgency:2:priority']").selectOption("P4");
            page.locator("[id='terms:deskAssesses']").check();
            press(page, "terms:addRule");
            fill(page, "terms:rule:2:name", "SLOW");
            page.locator("[id='terms:rule:2:when']").selectOption("AFTER_DUE");
            fill(page, "terms:rule:2:amount", "2:00");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:rule:2:level_error']").count()).as("nothing happens then").isPositive();
            page.locator("[id='terms:rule:2:level']").selectOption("L3");
            openRow(page, "rule-1");
            press(page, "terms:rule:0:remove");
            assertThat(value(page, "terms:rule:1:name")).isEqualTo("SLOW");
            press(page, "terms:addService");
            fill(page, "terms:service:0:name", "Claims");
            fill(page, "terms:service:0:target", "199");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:service:0:target_error']").textContent()).contains("199");
            fill(page, "terms:service:0:target", "99.5");
            check(page, "terms:service:0:exclude:0:chosen");
            press(page, "terms:addClause");
            fill(page, "terms:currency", "EUR");
            fill(page, "terms:fee", "1000");
            fill(page, "terms:clause:0:code", "UPTIME");
            page.locator("[id='terms:clause:0:measure']").selectOption("AVAILABILITY");
            fill(page, "terms:clause:0:service", "Claims");
            fill(page, "terms:clause:0:number", "7");
            fill(page, "terms:clause:0:tier:0:below", "99.5");
            fill(page, "terms:clause:0:tier:0:number", "10");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:clause:0:number_error']").textContent()).as("each breach or the month").doesNotContain("tiers");
            fill(page, "terms:clause:0:number", "");
            press(page, "terms:do");
            assertThat(page.locator("[id='terms:agreedBy_error']").count()).as("somebody agreed").isPositive();
            fill(page, "terms:agreedBy", "Bert");
            press(page, "terms:do");
            assertThat(page.url()).contains("contract.xhtml").contains("version=");
            assertThat(page.locator("[aria-labelledby=matrix-title] tbody tr").nth(2).locator("td").allTextContents()).containsExactly("P3", "P4", "P4");
            assertThat(complaints).isEmpty();

            String agreed = manager.get(address).expect(200).text();
            assertThat(agreed.replaceAll("[\\s\"]+", " "))
                    .contains("INCIDENT")
                    .contains("COMPLAINT")
                    .contains("PT20M")
                    .contains("PT5H")
                    .contains("SLOW")
                    .contains("deskAssesses: true")
                    .contains("MISSED")
                    .contains("Claims")
                    .contains("UPTIME")
                    .contains("99.5")
                    .doesNotContain("NOBODY")
                    .doesNotContain("PT15M");

            page.navigate("/desk/contract/terms.xhtml?code=DESK-C");
            manager.put(address + "?agreedBy=Bert", YAML, text).expect(200);
            fill(page, "terms:agreedBy", "Bert");
            for (int attempt = 0; attempt < 2; attempt++) {
                press(page, "terms:do");
                assertThat(page.locator("#errors").count()).as("somebody else was first").isPositive();
            }
            assertThat(manager.get(address).expect(200).text()).isEqualTo(text);
        } finally {
            manager.put(address + "?agreedBy=Bert", YAML, text).expect(200);
        }
    }

    private static void signIn(Page page, String account) {
        page.navigate("/sign-in.xhtml");
        page.locator("input[type=text], input:not([type])").first().fill(account);
        page.locator("input[type=password]").fill(account);
        page.locator("input[type=password]").press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static void fill(Page page, String id, String text) {
        page.locator("[id='" + id + "']").fill(text);
    }

    private static void openRow(Page page, String heading) {
        page.locator("summary:has([id='" + heading + "'])").click();
    }

    private static void check(Page page, String id) {
        page.locator("[id='" + id + "']").check();
    }

    private static String value(Page page, String id) {
        return page.locator("[id='" + id + "']").inputValue();
    }

    private static void press(Page page, String id) {
        page.locator("[id='" + id + "']").click();
        page.waitForLoadState();
    }

    private static JsonObject report(String category, String environment) {
        JsonObjectBuilder report = Json.createObjectBuilder()
                .add("contract", "DESK-C")
                .add("kind", "INCIDENT")
                .add("summary", "Nothing answers")
                .add("description", "Since ten.")
                .add("impact", "MEDIUM")
                .add("urgency", "MEDIUM");
        if (category != null) {
            report.add("category", category);
        }
        if (environment != null) {
            report.add("environment", environment);
        }
        return report.build();
    }

    @Test
    void a_calendar_is_read_and_written_in_the_form_of_the_calculations(CountersignServer server) {
        Api admin = server.api("demo-admin");
        JsonObject office = admin.get("/calendars/AMSTERDAM-OFFICE").expect(200).json();
        assertThat(office.getString("zone")).isEqualTo("Europe/Amsterdam");
        JsonObject dutch = Json.createObjectBuilder(office).add("holidays", "NL").build();
        assertThat(admin.put("/calendars/DUTCH", dutch).expect(200).json().getString("holidays")).isEqualTo("NL");
        JsonObject version =
                admin.get("/calendars/DUTCH/versions").expect(200).json().getJsonArray("items").getJsonObject(0);
        assertThat(version.getJsonArray("holidayDates").toString()).contains("-12-25").contains("-04-27");
        JsonObject nowhere = Json.createObjectBuilder(office).add("holidays", "ATLANTIS").build();
        assertThat(admin.put("/calendars/DUTCH", nowhere).expect(422).json().getString("code")).isEqualTo("holidays-unknown");
        admin.put("/calendars/DUTCH", Json.createObjectBuilder(office).add("holydays", "NL").build()).expect(400);
        server.api("demo-anna").get("/calendars/DUTCH").expect(403);
    }

    @Test
    void hours_of_a_wrong_date_are_withdrawn_before_they_begin(CountersignServer server, Browser browser) {
        Api manager = server.api("demo-manager");
        JsonObject office = manager.get("/calendars/AMSTERDAM-OFFICE").expect(200).json();
        JsonObject longer = Json.createObjectBuilder(office)
                .add("hours", Json.createObjectBuilder(office.getJsonObject("hours"))
                        .add("SATURDAY", Json.createArrayBuilder().add(Json.createArrayBuilder().add("09:00").add("12:00"))))
                .build();
        manager.put("/calendars/WRONG-DATE", office).expect(200);
        int wrong = number(manager.put("/calendars/WRONG-DATE?validFrom=2099-01-01", longer).expect(200));
        server.api("demo-l1").delete("/calendars/WRONG-DATE/versions/" + wrong).expect(403);
        assertThat(manager.delete("/calendars/WRONG-DATE/versions/1").expect(409).json().getString("code")).isEqualTo("calendar-version-first");

        try (BrowserContext visitor = browser.visitor(server, "en", ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate("/sign-in.xhtml");
            page.locator("input[type=text], input:not([type])").first().fill("manager");
            page.locator("input[type=password]").fill("manager");
            page.locator("input[type=password]").press("Enter");
            page.waitForURL(url -> !url.contains("sign-in"));
            Page other = visitor.newPage();
            page.navigate("/desk/contract/calendar.xhtml?code=WRONG-DATE");
            other.navigate("/desk/contract/calendar.xhtml?code=WRONG-DATE");
            for (Page each : List.of(page, other)) {
                each.locator("details:has([id='withdrawal']) > summary").click();
                each.locator("[id='withdrawal:do']").click();
                each.waitForLoadState();
            }
            assertThat(page.content()).contains("Version " + wrong + " is withdrawn.", "Withdrawn by manager");
            assertThat(page.locator("[id='withdrawal']").count()).isZero();
            assertThat(other.locator("#errors").textContent()).contains("Version " + wrong + " was withdrawn already");
        }
        assertThat(manager.get("/calendars/WRONG-DATE").expect(200).json()).isEqualTo(office);
        JsonObject versions = manager.get("/calendars/WRONG-DATE/versions").expect(200).json();
        assertThat(versions.getJsonArray("items")).hasSize(1);
        assertThat(versions.getJsonArray("withdrawn").getJsonObject(0).getInt("version")).isEqualTo(wrong);
        assertThat(versions.getJsonArray("withdrawn").getJsonObject(0).getInt("withdrawal")).isEqualTo(wrong + 1);
        assertThat(versions.getJsonArray("withdrawn").getJsonObject(0).getString("withdrawnBy")).isEqualTo("manager");
        assertThat(manager.delete("/calendars/WRONG-DATE/versions/" + wrong).expect(409).json().getString("code")).isEqualTo("version-withdrawn");
    }

    @Test
    void hours_that_would_break_what_is_agreed_are_refused_with_contract_and_target(CountersignServer server) {
        Api admin = server.api("demo-admin");
        JsonObject week = admin.get("/calendars/AMSTERDAM-OFFICE").expect(200).json();
        JsonObjectBuilder oneDay = Json.createObjectBuilder(week)
                .add("hours", Json.createObjectBuilder())
                .add("exceptions", Json.createObjectBuilder()
                        .add("2099-12-01", Json.createArrayBuilder().add(Json.createArrayBuilder().add("08:00").add("16:00"))));
        JsonObject never = admin.put("/calendars/AMSTERDAM-OFFICE?validFrom=2099-11-30", oneDay.build()).expect(422).json();
        assertThat(never.getString("code")).isEqualTo("calendar-breaks-agreement");
        assertThat(never.getString("detail")).contains("DESK-C, version ", "P1, First response");
        assertThat(never.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("calendar.hours");

        for (String day : List.of("%2B999999999-12-31", "-0001-01-01", "9999-12-31")) {
            JsonObject refused = admin.put("/calendars/AMSTERDAM-OFFICE?validFrom=" + day, week).expect(422).json();
            assertThat(refused.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("validFrom");
        }
        JsonObject overlap = admin.put(
                        "/calendars/AMSTERDAM-OFFICE",
                        Json.createObjectBuilder(week)
                                .add("hours", Json.createObjectBuilder()
                                        .add("MONDAY", Json.createArrayBuilder()
                                                .add(Json.createArrayBuilder().add("08:00").add("12:00"))
                                                .add(Json.createArrayBuilder().add("11:00").add("13:00"))))
                                .build())
                .expect(422)
                .json();
        assertThat(overlap.getString("detail")).contains("Monday");
        assertThat(admin.get("/calendars/AMSTERDAM-OFFICE").expect(200).json()).isEqualTo(week);
    }

    private static JsonObject target(Api caller, String number, String name) {
        return caller.get("/tickets/" + number + "/clock").expect(200).json().getJsonArray("targets").getValuesAs(JsonObject.class).stream()
                .filter(target -> target.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The facts of each entry that says what moved. */
    private static List<JsonObject> moves(Api caller, String number) {
        return caller.get("/tickets/" + number + "/history").expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("action").equals("TicketClockMoved"))
                .map(entry -> entry.getJsonObject("facts"))
                .toList();
    }

    private static String register(Api anna) {
        JsonObject report = Json.createObjectBuilder()
                .add("contract", "DESK-B")
                .add("kind", "INCIDENT")
                .add("summary", "A thing under contract")
                .add("description", "It does not work.")
                .add("impact", "MEDIUM")
                .add("urgency", "MEDIUM")
                .add("wishedPriority", "P1")
                .build();
        JsonObject ticket = anna.post("/tickets", report).expect(201).json();
        assertThat(ticket.getString("priority")).as("the wish moves nothing here").isEqualTo("P3");
        assertThat(ticket.getString("wishedPriority")).isEqualTo("P1");
        return ticket.getString("number");
    }

    /** By hand, or by the system if that was first; either way nothing is left to move. */
    private static void recompute(Api manager) throws InterruptedException {
        JsonObject contract = Json.createObjectBuilder()
                .add("parameters", Json.createObjectBuilder().add("contract", "DESK-B"))
                .build();
        for (int attempt = 0; attempt < 120; attempt++) {
            Api.Answer started = manager.post("/jobs/clock-recompute/executions", contract);
            if (started.status() == 202) {
                String run = "/jobs/clock-recompute/executions/" + started.json().getJsonNumber("id");
                while (!manager.get(run).expect(200).json().getString("status").equals("COMPLETED")) {
                    Thread.sleep(Duration.ofMillis(300).toMillis());
                }
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("clock-recompute did not start");
    }
}
