package org.countersign.report.pdf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.countersign.report.model.PriorityPerformance;
import org.countersign.report.model.ReportedLot;
import org.countersign.report.model.ReportedTicket;
import org.countersign.report.model.ReportedTimesheet;
import org.countersign.report.model.ServiceReport;
import org.countersign.report.model.SolutionSpeed;
import org.countersign.report.model.TargetCount;
import org.countersign.report.model.TargetOutcome;
import org.countersign.report.model.TicketFigures;
import org.countersign.report.model.WorkByActivity;

/** Service reports to print. */
final class SampleReports {

    static final Instant GENERATED = Instant.parse("2026-02-01T02:00:07Z");
    private static final YearMonth MONTH = YearMonth.of(2026, 1);
    private static final ZoneId ZONE = ZoneId.of("Europe/Budapest");
    private static final Instant FIRST = Instant.parse("2026-01-05T07:31:00Z");
    private static final List<String> SUMMARIES = List.of(
            "Printer on the second floor prints blank pages",
            "Az űrlap nem menthető, hibaüzenet jelenik meg a gomb megnyomásakor",
            "Sessão expira durante a submissão do formulário de inscrição",
            "Kan niet inloggen na wachtwoordwijziging",
            "Nightly export to the data warehouse stops after 40 minutes with a time-out and has to be restarted by hand");

    private SampleReports() {
    }

    /** A busy month with as many tickets as told. */
    static ServiceReport busy(Locale language, int tickets) {
        return new ServiceReport("DESK-B", "Operations desk and field support", "Kőbánya Élelmiszer Zrt.", MONTH,
                language, ZONE, GENERATED, null,
                new TicketFigures(tickets, tickets - 3, tickets - 8, 4, 8),
                List.of(new PriorityPerformance("P1", 2, new TargetCount(2, 0), new TargetCount(1, 1)),
                        new PriorityPerformance("P2", 11, new TargetCount(10, 1), new TargetCount(9, 1)),
                        new PriorityPerformance("P3", 1234, new TargetCount(1200, 34), new TargetCount(1100, 96)),
                        new PriorityPerformance("P5", 1, new TargetCount(0, 0), new TargetCount(0, 0))),
                List.of(new SolutionSpeed("P1", 2, 95, 180, 180), new SolutionSpeed("P2", 10, 410, 955, 1010),
                        new SolutionSpeed("P3", 1196, 1330, 4210, 61_205), new SolutionSpeed(null, 1208, 1325, 4205, 61_205)),
                IntStream.range(0, tickets).mapToObj(SampleReports::ticket).toList(),
                List.of(new WorkByActivity("Diagnosis", 1510, 0), new WorkByActivity("On-site repair", 695, 245),
                        new WorkByActivity("Consulting", 75_005, 30)),
                List.of(new ReportedTimesheet(LocalDate.of(2025, 12, 29), 655, ReportedTimesheet.State.CONFIRMED),
                        new ReportedTimesheet(LocalDate.of(2026, 1, 5), 2130, ReportedTimesheet.State.DISPUTED),
                        new ReportedTimesheet(LocalDate.of(2026, 1, 12), 0, ReportedTimesheet.State.AWAITING)),
                List.of(new ReportedLot(LocalDate.of(2026, 1, 5), 91, 13, 0, 0, ReportedLot.Verdict.ACCEPTABLE),
                        new ReportedLot(LocalDate.of(2026, 1, 12), 40, 8, 0, 2, ReportedLot.Verdict.NOT_ACCEPTABLE),
                        new ReportedLot(LocalDate.of(2026, 1, 19), 12, 3, 0, 0, ReportedLot.Verdict.PENDING)));
    }

    private static ReportedTicket ticket(int i) {
        Instant received = FIRST.plus(i * 397L, ChronoUnit.MINUTES);
        boolean resolved = i % 9 != 4;
        boolean accepted = resolved && i % 7 != 3;
        return new ReportedTicket(String.format(Locale.ROOT, "B-2026-%05d", 118 + i), SUMMARIES.get(i % SUMMARIES.size()),
                "P" + (1 + i % 5), received, resolved ? received.plus(i * 31L + 45, ChronoUnit.MINUTES) : null,
                accepted ? (i % 2 == 0 ? "Anna Szőllősi-Nagy" : "Bert de Vries") : null,
                i % 11 == 5 ? TargetOutcome.BREACHED : i % 5 == 4 ? TargetOutcome.NOT_AGREED : TargetOutcome.MET,
                !resolved ? TargetOutcome.RUNNING : i % 6 == 1 ? TargetOutcome.BREACHED : TargetOutcome.MET);
    }

    /** A month in which nothing happened. */
    static ServiceReport empty(Locale language) {
        return new ServiceReport("DESK-C", "Desk C", "Customer C", MONTH, language, ZONE, GENERATED, null,
                new TicketFigures(0, 0, 0, 0, 0), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** A month cut off while it was running, in which every text is the given one. */
    static ServiceReport saying(String text) {
        return new ServiceReport(text, text, text, MONTH, Locale.ENGLISH, ZONE, GENERATED, GENERATED,
                new TicketFigures(1, 1, 1, 0, 0),
                List.of(new PriorityPerformance(text, 1, new TargetCount(1, 0), new TargetCount(1, 0))),
                List.of(new SolutionSpeed(text, 1, 45, 45, 45)),
                List.of(new ReportedTicket(text, text, text, FIRST, FIRST, text, TargetOutcome.MET, TargetOutcome.MET)),
                List.of(new WorkByActivity(text, 5, 5)), List.of(), List.of());
    }
}
