package org.countersign.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.countersign.work.model.Activity;
import org.countersign.work.model.LineState;
import org.countersign.work.service.TimesheetView;
import org.junit.jupiter.api.Test;

class TicketWorkTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Test
    void lines_stand_by_ticket_then_date_then_person() {
        List<TicketWork> tickets = TicketWork.of(List.of(
                line(1, "CS-2", "Lili", MONDAY, 10, 0),
                line(2, "CS-1", "Tóth", MONDAY.plusDays(1), 20, 0),
                line(3, "CS-1", "Lili", MONDAY.plusDays(1), 30, 0),
                line(4, "CS-1", "Tóth", MONDAY, 40, 0)));

        assertThat(tickets).extracting(TicketWork::ticket).containsExactly("CS-1", "CS-2");
        assertThat(tickets.get(0).lines()).extracting(TimesheetView.Line::ordinal).containsExactly(4, 3, 2);
    }

    @Test
    void a_ticket_adds_up_work_and_travel_as_they_stand_after_corrections() {
        List<TicketWork> tickets =
                TicketWork.of(List.of(line(1, "CS-1", "Lili", MONDAY, 10, 5), line(2, "CS-1", "Lili", MONDAY, 20, 0)));

        assertThat(tickets).singleElement().satisfies(ticket -> {
            assertThat(ticket.minutes()).isEqualTo(30);
            assertThat(ticket.travelMinutes()).isEqualTo(5);
        });
    }

    private static TimesheetView.Line line(int ordinal, String ticket, String person, LocalDate date, int minutes, int travel) {
        return new TimesheetView.Line(
                ordinal,
                ordinal,
                ticket,
                person,
                Activity.ANALYSIS,
                date,
                date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                minutes,
                travel,
                100,
                50,
                null,
                LineState.AWAITING,
                null,
                null,
                null,
                null);
    }
}
