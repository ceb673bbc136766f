package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.Journey;
import org.junit.jupiter.api.Test;

/** The means that the other journeys stand on. */
@Journey
class HarnessIT {

    @Test
    void the_clock_of_the_application_can_be_moved_and_put_back(CountersignServer server) {
        Instant there = Instant.parse("2031-03-30T00:59:00Z");

        assertThat(server.clock().moveTo(there)).isBetween(there, there.plusSeconds(60));
        assertThat(server.clock().advance(Duration.ofDays(1)))
                .isBetween(there.plus(Duration.ofDays(1)), there.plus(Duration.ofDays(1)).plusSeconds(60));
        assertThat(server.clock().reset()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void a_clock_that_is_not_understood_is_refused_and_changes_nothing(CountersignServer server) {
        for (JsonObject body : List.of(now(JsonValue.NULL), now(Json.createValue(7)), now(Json.createValue("tomorrow")), JsonValue.EMPTY_JSON_OBJECT)) {
            server.api(null).put("/test/clock", body).expect(400);
        }
        server.api(null).put("/test/clock", JsonValue.EMPTY_JSON_ARRAY).expect(400);
        assertThat(server.clock().now()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    private static JsonObject now(JsonValue value) {
        return Json.createObjectBuilder().add("now", value).build();
    }

    @Test
    void the_sign_in_page_opens_in_a_real_browser(CountersignServer server, Browser browser) {
        try (BrowserContext visitor = browser.visitor(server)) {
            Page page = visitor.newPage();
            var complaints = Browser.complaints(page);
            page.navigate("/");
            assertThat(page.locator("input[type=password]").count()).isEqualTo(1);
            assertThat(complaints).isEmpty();
        }
    }
}
