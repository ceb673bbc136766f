package org.countersign.report.pdf;

import static org.countersign.report.pdf.Markup.element;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.countersign.report.pdf.TableMarkup.Column;

/**
 * Prints a {@link ServiceReport} as an accessible, archivable PDF in the report's language. Whatever a ticket's summary
 * or a name contains is printed as the characters it is made of.
 */
public final class ServiceReportPdf {

    /** Base name of the texts. */
    public static final String BUNDLE = "org.countersign.report.ServiceReport";

    private static final String NONE = "–";

    private final PdfEngine engine;

    public ServiceReportPdf(PdfEngine engine) {
        this.engine = engine;
    }

    /** The report as PDF/UA-1 and PDF/A-2a; the same report gives the same bytes. */
    public byte[] render(ServiceReport report) {
        return engine.render(toXhtml(report), report.generatedAt());
    }

    static String toXhtml(ServiceReport report) {
        return new Writer(report, new DocumentLanguage(BUNDLE, report.language(), report.zone())).write();
    }

    /** Writes one report. */
    private static final class Writer {

        private final ServiceReport report;
        private final DocumentLanguage language;

        Writer(ServiceReport report, DocumentLanguage language) {
            this.report = report;
            this.language = language;
        }

        String write() {
            String month = language.month(report.month());
            String title = text("title", report.contractName(), month);
            DocumentPage page = new DocumentPage(language.tag(), title,
                    text("subject", report.contractName(), report.organisation(), month), "Countersign");
            page.header(report.contractCode() + " · " + report.contractName(), text("kind") + " · " + month);
            page.footer(text("generated", language.instant(report.generatedAt())), text("page.of", "{0}", "{1}"));
            page.add(element("h1").add(element("span", text("kind")).attribute("class", "kind")).text(" " + capitalised(month)),
                    element("p", report.contractName()).attribute("class", "subtitle"),
                    facts());
            report.cutOff().ifPresent(at -> page.add(
                    element("p", text("cut-off", language.instant(at))).attribute("class", "notice")));
            page.keptSection(text("figures.heading"), List.of(figures(report.figures())));
            page.keptSection(text("priorities.heading"), priorities(report.priorities()));
            page.keptSection(text("speed.heading"), speeds(report.speeds()));
            page.section(text("tickets.heading"), tickets(report.tickets()));
            page.keptSection(text("work.heading"), work(report.work()));
            page.keptSection(text("timesheets.heading"), timesheets(report.timesheets()));
            page.keptSection(text("lots.heading"), lots(report.lots()));
            return page.toXhtml();
        }

        private static String capitalised(String text) {
            int first = text.codePointAt(0);
            return Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first));
        }

        private Markup facts() {
            LocalDate first = report.month().atDay(1);
            LocalDate last = report.month().atEndOfMonth();
            Markup body = element("tbody");
            fact(body, "fact.organisation", report.organisation());
            fact(body, "fact.contract", report.contractCode() + " · " + report.contractName());
            fact(body, "fact.period", language.date(first) + " – " + language.date(last));
            fact(body, "fact.zone", text("fact.zone.value", report.zone().getId()));
            return element("table").attribute("class", "facts").add(body);
        }

        private void fact(Markup body, String key, String value) {
            body.add(element("tr").add(
                    element("th", text(key)).attribute("scope", "row"),
                    element("td", value)));
        }

        private Markup figures(TicketFigures figures) {
            Markup names = element("tr");
            Markup values = element("tr");
            figure(names, values, "figures.received", figures.received());
            figure(names, values, "figures.resolved", figures.resolved());
            figure(names, values, "figures.accepted", figures.accepted());
            figure(names, values, "figures.rejected", figures.rejectedResolutions());
            figure(names, values, "figures.open", figures.openAtEnd());
            return element("table").attribute("class", "figures")
                    .add(element("thead").add(names), element("tbody").add(values));
        }

        private void figure(Markup names, Markup values, String key, int value) {
            names.add(element("th", text(key)).attribute("scope", "col"));
            values.add(element("td", language.number(value)));
        }

        private List<Markup> priorities(List<PriorityPerformance> priorities) {
            if (priorities.isEmpty()) {
                return empty("priorities.empty");
            }
            TableMarkup table = new TableMarkup("", List.of(
                    new Column(text("priority"), 18, ""),
                    new Column(text("priorities.tickets"), 0, "number"),
                    new Column(text("response.met"), 0, "number"),
                    new Column(text("response.breached"), 0, "number"),
                    new Column(text("response.compliance"), 0, "number"),
                    new Column(text("resolution.met"), 0, "number"),
                    new Column(text("resolution.breached"), 0, "number"),
                    new Column(text("resolution.compliance"), 0, "number")));
            priorities.forEach(each -> table.row("", performance(each)));
            table.row("total", performance(PriorityPerformance.total(text("total"), priorities)));
            return List.of(hint("priorities.hint"), table.toMarkup());
        }

        private List<String> performance(PriorityPerformance performance) {
            List<String> cells = new ArrayList<>();
            cells.add(performance.priority());
            cells.add(language.number(performance.tickets()));
            addTarget(cells, performance.response());
            addTarget(cells, performance.resolution());
            return cells;
        }

        private void addTarget(List<String> cells, TargetCount count) {
            cells.add(language.number(count.met()));
            cells.add(language.number(count.breached()));
            cells.add(count.compliance().isPresent() ? language.percent(count.compliance().getAsDouble()) : NONE);
        }

        private List<Markup> speeds(List<SolutionSpeed> speeds) {
            if (speeds.isEmpty()) {
                return empty("speed.empty");
            }
            TableMarkup table = new TableMarkup("", List.of(
                    new Column(text("priority"), 18, ""),
                    new Column(text("speed.tickets"), 0, "number"),
                    new Column(text("speed.median"), 0, "number"),
                    new Column(text("speed.ninetieth"), 0, "number"),
                    new Column(text("speed.longest"), 0, "number")));
            speeds.forEach(each -> table.row(each.priority() == null ? "total" : "", List.of(
                    each.priority() == null ? text("total") : each.priority(),
                    language.number(each.tickets()),
                    language.duration(each.median()),
                    language.duration(each.ninetieth()),
                    language.duration(each.longest()))));
            return List.of(hint("speed.hint"), table.toMarkup());
        }

        private List<Markup> tickets(List<ReportedTicket> tickets) {
            if (tickets.isEmpty()) {
                return empty("tickets.empty");
            }
            TableMarkup table = new TableMarkup("small", List.of(
                    new Column(text("tickets.number"), 20, ""),
                    new Column(text("tickets.summary"), 0, ""),
                    new Column(text("priority.short"), 8, ""),
                    new Column(text("tickets.received"), 19, ""),
                    new Column(text("tickets.resolved"), 19, ""),
                    new Column(text("tickets.accepted-by"), 22, ""),
                    new Column(text("tickets.response"), 17, ""),
                    new Column(text("tickets.resolution"), 17, "")));
            for (ReportedTicket ticket : tickets) {
                table.cells("", List.of(
                        element("span", ticket.number()),
                        element("span", ticket.summary()),
                        element("span", ticket.priority()),
                        moment(ticket.receivedAt()),
                        ticket.resolved().map(this::moment).orElseGet(() -> element("span", NONE)),
                        element("span", ticket.acceptedBy().orElse(NONE)),
                        outcome(ticket.response()),
                        outcome(ticket.resolution())));
            }
            return List.of(hint("tickets.hint"), table.toMarkup());
        }

        /** Day and time; a narrow column may break between them only. */
        private Markup moment(Instant instant) {
            return element("span").text(language.date(language.day(instant)) + " ")
                    .add(element("span", language.time(instant)).attribute("class", "nowrap"));
        }

        /** The word says it; the colour only repeats it. */
        private Markup outcome(TargetOutcome outcome) {
            Markup word = element("span", text(key("outcome", outcome)));
            return switch (outcome) {
                case MET -> word.attribute("class", "good");
                case BREACHED -> word.attribute("class", "bad");
                case RUNNING, NOT_AGREED -> word.attribute("class", "quiet");
            };
        }

        private List<Markup> work(List<WorkByActivity> work) {
            if (work.isEmpty()) {
                return empty("work.empty");
            }
            TableMarkup table = new TableMarkup("", List.of(
                    new Column(text("work.activity"), 0, ""),
                    new Column(text("work.time"), 28, "number"),
                    new Column(text("work.travel"), 28, "number"),
                    new Column(text("total"), 28, "number")));
            work.forEach(each -> table.row("", times(each)));
            table.row("total", times(WorkByActivity.total(text("total"), work)));
            return List.of(table.toMarkup());
        }

        private List<String> times(WorkByActivity work) {
            return List.of(work.activity(), language.duration(work.minutes()), language.duration(work.travelMinutes()),
                    language.duration(work.totalMinutes()));
        }

        private List<Markup> timesheets(List<ReportedTimesheet> timesheets) {
            if (timesheets.isEmpty()) {
                return empty("timesheets.empty");
            }
            TableMarkup table = new TableMarkup("", List.of(
                    new Column(text("week"), 22, ""),
                    new Column(text("week.from"), 38, ""),
                    new Column(text("timesheets.time"), 28, "number"),
                    new Column(text("timesheets.state"), 0, "after-number")));
            for (ReportedTimesheet sheet : timesheets) {
                table.row(language.week(sheet.weekStart()), language.date(sheet.weekStart()),
                        language.duration(sheet.minutes()), text(key("timesheets.state", sheet.state())));
            }
            return List.of(hint("timesheets.hint"), table.toMarkup());
        }

        private List<Markup> lots(List<ReportedLot> lots) {
            if (lots.isEmpty()) {
                return empty("lots.empty");
            }
            TableMarkup table = new TableMarkup("", List.of(
                    new Column(text("week"), 22, ""),
                    new Column(text("lots.size"), 0, "number"),
                    new Column(text("lots.sample"), 0, "number"),
                    new Column(text("lots.nonconforming"), 0, "number"),
                    new Column(text("lots.acceptance"), 0, "number"),
                    new Column(text("lots.verdict"), 38, "after-number")));
            for (ReportedLot lot : lots) {
                table.row(language.week(lot.weekStart()), language.number(lot.lotSize()),
                        language.number(lot.sampleSize()), language.number(lot.nonconforming()),
                        language.number(lot.acceptanceNumber()), text(key("lots.verdict", lot.verdict())));
            }
            return List.of(hint("lots.hint"), table.toMarkup());
        }

        private Markup hint(String key) {
            return element("p", text(key)).attribute("class", "hint");
        }

        private List<Markup> empty(String key) {
            return List.of(element("p", text(key)).attribute("class", "empty"));
        }

        private String text(String key, String... arguments) {
            return language.text(key, arguments);
        }

        private static String key(String prefix, Enum<?> value) {
            return prefix + '.' + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
