package org.countersign.journey.support;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;

/** The application's clock through the test add-on; {@link #reset} it when the journey is over, for the server is shared. */
public final class TestClock {

    private final Api api;

    TestClock(Api api) {
        this.api = api;
    }

    public Instant now() {
        return present(api.get("/test/clock"));
    }

    /** Makes that instant the present; time flows on from there. Returns the server's answer. */
    public Instant moveTo(Instant instant) {
        return present(api.put(
                "/test/clock", Json.createObjectBuilder().add("now", instant.toString()).build()));
    }

    /** Moves forward, or back when negative. */
    public Instant advance(Duration duration) {
        return moveTo(now().plus(duration));
    }

    /** Back to the system's time. */
    public Instant reset() {
        return present(api.delete("/test/clock"));
    }

    private static Instant present(Api.Answer answer) {
        return Instant.parse(answer.expect(200).json().getString("now"));
    }
}
