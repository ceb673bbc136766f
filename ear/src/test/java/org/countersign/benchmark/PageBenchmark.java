package org.countersign.benchmark;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.countersign.journey.support.DatabaseAddress;

/** What an agent waits for a page when there are few tickets and when there are many: two servers, asked in turns. */
final class PageBenchmark {

    /** The larger database may cost at most this much of the smaller one. */
    private static final double LIMIT = 1.3;

    private PageBenchmark() {}

    private record Page(String name, String path, String expected) {

        double ask(PageClient client, String number) {
            return client.milliseconds(path.replace("{number}", number), expected.replace("{number}", number));
        }
    }

    private static final List<Page> PAGES = List.of(
            new Page("ticket", "/desk/ticket/ticket.xhtml?number={number}", "{number}"),
            new Page("queue: own work", "/desk/ticket/queue.xhtml?view=MINE", "M-10"),
            new Page("queue: unassigned", "/desk/ticket/queue.xhtml?view=UNASSIGNED", "M-"),
            new Page("queue: all open", "/desk/ticket/queue.xhtml?view=OPEN", "M-"));

    static void run(Sizes sizes, Report report) throws SQLException {
        DatabaseAddress few = DurablePostgres.newDatabase();
        DatabaseAddress many = DurablePostgres.newDatabase();
        try (MailSink mail = new MailSink()) {
            BuiltServer.start(few, mail.settings()).close();
            BuiltServer.start(many, mail.settings()).close();
            Desk.furnish(few);
            Desk.furnish(many);
            Mass.fill(few, sizes.small());
            Mass.fill(many, sizes.large());
            try (BuiltServer small = BuiltServer.start(few, mail.settings());
                    BuiltServer large = BuiltServer.start(many, mail.settings())) {
                measure(sizes, report, new PageClient(small), new PageClient(large));
            }
        }
    }

    private static void measure(Sizes sizes, Report report, PageClient small, PageClient large) {
        report.heading("Pages, PostgreSQL, one reader, milliseconds to the last byte");
        report.header(
                "page", "tickets", "p50", "p95", "p99", "p50 to " + sizes.small(), "p95 to " + sizes.small(), "p99 to " + sizes.small(),
                "limit " + LIMIT);
        Random random = new Random(4711);
        for (Page page : PAGES) {
            turn(page, small, sizes.pageWarmUp(), sizes.small(), random, new Sample());
            turn(page, large, sizes.pageWarmUp(), sizes.large(), random, new Sample());
        }
        for (Page page : PAGES) {
            Sample few = new Sample();
            Sample many = new Sample();
            for (int round = 0; round < 2 * sizes.rounds(); round++) {
                turn(page, small, sizes.pageTurn(), sizes.small(), random, few);
                turn(page, large, sizes.pageTurn(), sizes.large(), random, many);
            }
            report.row(page.name(), sizes.small(), few.percentile(50), few.percentile(95), few.percentile(99), "", "", "", "");
            double p50 = many.percentile(50) / few.percentile(50);
            double p95 = many.percentile(95) / few.percentile(95);
            double p99 = many.percentile(99) / few.percentile(99);
            report.row(
                    page.name(),
                    sizes.large(),
                    many.percentile(50),
                    many.percentile(95),
                    many.percentile(99),
                    p50,
                    p95,
                    p99,
                    Math.max(p50, p95) <= LIMIT ? "kept" : "**exceeded**");
        }
    }

    private static void turn(Page page, PageClient client, int requests, int tickets, Random random, Sample sample) {
        for (int i = 0; i < requests; i++) {
            sample.add(page.ask(client, Mass.number(1 + random.nextInt(tickets))));
        }
    }
}
