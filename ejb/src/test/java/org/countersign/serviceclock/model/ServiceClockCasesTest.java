package org.countersign.serviceclock.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Reference cases that were computed apart from this project by stepping minute by minute through real time, and
 * agreed by a second, separately written interval program.
 */
class ServiceClockCasesTest {

    private static final Map<String, Object> CALENDARS = calendars();

    /** F69: also over the nights in which clocks are put forward and back. */
    @ParameterizedTest(name = "{0} {1} {2} {4}")
    @CsvFileSource(resources = "/org/countersign/serviceclock/cases.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void the_reference_answer_is_met(ArgumentsAccessor row) {
        ServiceCalendar calendar = calendar(row.getString(2));
        Instant start = instant(row.getString(5));
        List<Pause> pauses = pauses(row.getString(9));

        assertThat(calendar.zone().getId()).isEqualTo(row.getString(3));
        switch (row.getString(1)) {
            case "due" -> {
                Duration target = Duration.ofMinutes(row.getLong(7));
                Due due = ServiceClock.due(calendar, start, target, pauses);
                assertThat(due.instant()).contains(instant(row.getString(10)));
                assertThat(due.instant().orElseThrow().atZone(calendar.zone()).toOffsetDateTime())
                        .isEqualTo(OffsetDateTime.parse(row.getString(11)));
                assertThat(ServiceClock.counted(due.segments())).isEqualTo(target);
            }
            case "elapsed" -> assertThat(ServiceClock.elapsed(calendar, start, instant(row.getString(8)), pauses))
                    .isEqualTo(Duration.ofMinutes(row.getLong(12)));
            default -> throw new AssertionError("unknown kind of case " + row.getString(1));
        }
    }

    @Test
    void every_reference_calendar_is_printed_as_it_was_read() {
        assertThat(CALENDARS).hasSize(16).allSatisfy((name, form) ->
                assertThat(calendar(name).toMap()).isEqualTo(form));
    }

    @SuppressWarnings("unchecked")
    private static ServiceCalendar calendar(String name) {
        return ServiceCalendar.of((Map<String, Object>) CALENDARS.get(name));
    }

    private static Map<String, Object> calendars() {
        try (InputStream in = ServiceClockCasesTest.class.getResourceAsStream("/org/countersign/serviceclock/calendars.json")) {
            return PlainJson.object(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Pause> pauses(String text) {
        List<Pause> pauses = new ArrayList<>();
        if (text != null) {
            for (String pause : text.split("[; ]+")) {
                String[] ends = pause.split("/");
                pauses.add(Pause.between(instant(ends[0]), instant(ends[1]), "CUSTOMER"));
            }
        }
        return pauses;
    }

    /** The cases leave out the seconds. */
    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
