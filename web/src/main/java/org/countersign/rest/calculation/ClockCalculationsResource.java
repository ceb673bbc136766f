package org.countersign.rest.calculation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.countersign.customer.model.CalendarHours;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.serviceclock.model.Due;
import org.countersign.serviceclock.model.Pause;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.serviceclock.model.ServiceClockRefusal;

/** The service clock for planning and for checking us; nothing is stored. */
@Path("/calculations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClockCalculationsResource {

    /** A span that does not count; {@code to} left out while it lasts. */
    public record PauseForm(Instant from, Instant to, String reason) {}

    /** @param target service time, ISO 8601, e.g. {@code PT8H} */
    public record DueForm(Map<String, Object> calendar, Instant start, String target, List<PauseForm> pauses) {}

    public record BusinessTimeForm(Map<String, Object> calendar, Instant start, Instant end, List<PauseForm> pauses) {}

    @POST
    @Path("due")
    public Map<String, Object> due(DueForm form) {
        ServiceCalendar calendar = calendar(form.calendar());
        Instant start = required("start", form.start());
        Duration target = duration(required("target", form.target()));
        List<Pause> pauses = pauses(form.pauses());
        Due due = refusing(() -> ServiceClock.due(calendar, start, target, pauses));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("due", due.instant());
        answer.put("segments", due.segments());
        if (due.halted()) {
            answer.put("haltedSince", due.haltedSince());
            answer.put("consumed", due.consumed());
            answer.put("remaining", due.remaining());
        }
        return answer;
    }

    @POST
    @Path("business-time")
    public Map<String, Object> businessTime(BusinessTimeForm form) {
        ServiceCalendar calendar = calendar(form.calendar());
        Instant start = required("start", form.start());
        Instant end = required("end", form.end());
        List<Pause> pauses = pauses(form.pauses());
        Duration elapsed = refusing(() -> ServiceClock.elapsed(calendar, start, end, pauses));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("businessTime", elapsed);
        answer.put("minutes", elapsed.toMinutes());
        return answer;
    }

    private static ServiceCalendar calendar(Map<String, Object> form) {
        return refusing(() -> ServiceCalendar.of(required("calendar", form)));
    }

    private static List<Pause> pauses(List<PauseForm> forms) {
        if (forms == null) {
            return List.of();
        }
        return forms.stream()
                .map(form -> refusing(() -> new Pause(
                        required("pauses.from", form == null ? null : form.from()),
                        form.to(),
                        form.reason() == null ? Pause.UNSPECIFIED : form.reason())))
                .toList();
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw BusinessRuleViolation.invalid("target", "wrong-type", "ISO 8601 duration (PT8H)");
        }
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        return value;
    }

    private static <T> T refusing(Supplier<T> calculation) {
        try {
            return calculation.get();
        } catch (ServiceClockRefusal refusal) {
            throw CalendarHours.refused(refusal);
        }
    }
}
