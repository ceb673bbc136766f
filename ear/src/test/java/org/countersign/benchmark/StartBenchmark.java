package org.countersign.benchmark;

import java.nio.file.Path;
import org.countersign.journey.support.DatabaseAddress;
import org.countersign.journey.support.DatabaseKind;

/** How long the built server takes until it is ready, and how much memory it holds then and after a day's tickets. */
final class StartBenchmark {

    private static final int SETTLE_MILLIS = 10_000;

    private StartBenchmark() {}

    static void run(Sizes sizes, Report report, Path folder) {
        report.heading("Start");
        report.header(
                "database",
                "first start, empty database (s)",
                "later starts, median of " + sizes.starts() + " (s)",
                "memory 10 s after start (MiB RSS)",
                "memory after " + sizes.tickets() + " tickets (MiB RSS)");
        try (MailSink mail = new MailSink()) {
            for (DatabaseKind kind : DatabaseKind.values()) {
                DatabaseAddress database = kind == DatabaseKind.H2
                        ? DatabaseAddress.h2(folder.resolve("start-" + ProcessHandle.current().pid() + "/countersign"))
                        : DurablePostgres.newDatabase();
                double first;
                try (BuiltServer server = BuiltServer.start(database, mail.settings())) {
                    first = server.secondsToReady();
                }
                Desk.furnish(database);
                Sample later = new Sample();
                for (int i = 1; i < sizes.starts(); i++) {
                    try (BuiltServer server = BuiltServer.start(database, mail.settings())) {
                        later.add(server.secondsToReady());
                    }
                }
                try (BuiltServer server = BuiltServer.start(database, mail.settings())) {
                    later.add(server.secondsToReady());
                    Pause.millis(SETTLE_MILLIS);
                    long atRest = server.residentMebibytes();
                    TicketClient client = new TicketClient(server);
                    for (int i = 0; i < sizes.tickets(); i++) {
                        client.register();
                    }
                    report.row(kind, first, later.median(), atRest, server.residentMebibytes());
                }
            }
        }
    }
}
