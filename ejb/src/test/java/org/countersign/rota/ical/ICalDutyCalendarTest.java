package org.countersign.rota.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.countersign.rota.model.DutyCalendarWriter.Entry;
import org.junit.jupiter.api.Test;

class ICalDutyCalendarTest {

    private static final Instant CHANGED = Instant.parse("2026-11-16T09:00:00Z");

    private final ICalDutyCalendar calendar = new ICalDutyCalendar();

    private static Entry entry(int sequence, boolean backup) {
        // The night in which Budapest's clocks go back.
        return new Entry(
                "duty-1-2-1792843200", sequence, Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-25T07:00:00Z"), backup,
                "Ügyelet; A,B\\C", CHANGED);
    }

    @Test
    void another_program_reads_the_duty_with_its_exact_instants() throws Exception {
        String written = calendar.write("hu", List.of(entry(3, false)));

        assertThat(written)
                .contains("DTSTART:20261024T120000Z", "DTEND:20261025T070000Z", "SEQUENCE:3", "DTSTAMP:20261116T090000Z")
                .contains("VERSION:2.0", "METHOD:PUBLISH", "TRANSP:TRANSPARENT")
                .contains("SUMMARY:Ügyelet: Ügyelet\\; A\\,B\\\\C")
                .contains("UID:duty-1-2-1792843200@");
        Calendar read = new CalendarBuilder().build(new StringReader(written));
        assertThat(read.getComponents(Component.VEVENT)).hasSize(1);
        read.validate(true);
    }

    @Test
    void what_did_not_change_is_written_the_same_again() {
        assertThat(calendar.write("en", List.of(entry(0, true)))).isEqualTo(calendar.write("en", List.of(entry(0, true))));
    }

    @Test
    void a_change_keeps_the_name_of_the_duty_and_counts_up() {
        String before = calendar.write("en", List.of(entry(0, true)));
        String after = calendar.write("en", List.of(entry(1, false)));

        assertThat(before).contains("SUMMARY:On duty as backup: ").contains("SEQUENCE:0");
        assertThat(after).contains("SUMMARY:On duty: ").contains("SEQUENCE:1");
        assertThat(line(after, "UID:")).isEqualTo(line(before, "UID:"));
    }

    @Test
    void somebody_without_duties_has_an_empty_calendar() {
        assertThat(calendar.write("en", List.of())).startsWith("BEGIN:VCALENDAR").doesNotContain("VEVENT");
    }

    private static String line(String text, String begin) {
        return text.lines().filter(line -> line.startsWith(begin)).findFirst().orElseThrow();
    }
}
