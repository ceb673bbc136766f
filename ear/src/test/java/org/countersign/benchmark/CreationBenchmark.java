package org.countersign.benchmark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.countersign.journey.support.DatabaseAddress;

/**
 * Tickets registered through the API beside the same rows written by plain JDBC, each into a database of its own in the same PostgreSQL, in
 * turns. Client, server and database share the machine. While the API writes, the server also seals the audit entries and sends the
 * acknowledgements; plain JDBC does neither.
 */
final class CreationBenchmark {

    private static final int[] CONNECTIONS = {1, 4, 16};

    private CreationBenchmark() {}

    static void run(Sizes sizes, Report report, Path folder) throws SQLException {
        DatabaseAddress plainDatabase = DurablePostgres.newDatabase();
        DatabaseAddress database = DurablePostgres.newDatabase();
        try (MailSink mail = new MailSink()) {
            for (DatabaseAddress empty : List.of(plainDatabase, database)) {
                BuiltServer.start(empty, mail.settings()).close();
                Desk.furnish(empty);
            }
            try (BuiltServer server = BuiltServer.start(database, mail.settings())) {
                new TicketClient(server).register();
                PlainJdbc.Registered rows = PlainJdbc.Registered.lastIn(database);
                report.heading("Tickets created per second, PostgreSQL");
                report.header("connections", "API (1/s)", "plain JDBC (1/s)", "API ÷ JDBC", "turns");
                for (int connections : CONNECTIONS) {
                    compare(sizes, report, server, plainDatabase, rows, connections);
                }
                Profile.ofCreation(sizes, report, server, folder);
            }
        }
    }

    private static void compare(
            Sizes sizes, Report report, BuiltServer server, DatabaseAddress plainDatabase, PlainJdbc.Registered rows, int connections) {
        List<Runnable> api = Load.of(connections, () -> new TicketClient(server)::register);
        List<PlainJdbc> plain = Load.of(connections, () -> new PlainJdbc(plainDatabase, rows));
        try {
            Load.perSecond(api, sizes.warmUpSeconds());
            Load.perSecond(plain, Math.max(1, sizes.warmUpSeconds() / 4));
            Sample apiRates = new Sample();
            Sample plainRates = new Sample();
            Sample ratios = new Sample();
            for (int round = 0; round < sizes.rounds(); round++) {
                double apiRate = Load.perSecond(api, sizes.seconds());
                double plainRate = Load.perSecond(plain, sizes.seconds());
                apiRates.add(apiRate);
                plainRates.add(plainRate);
                ratios.add(apiRate / plainRate);
            }
            report.row(
                    connections,
                    apiRates.median(),
                    plainRates.median(),
                    ratios.median(),
                    sizes.rounds() + " × " + sizes.seconds() + " s, median");
        } finally {
            plain.forEach(PlainJdbc::close);
        }
    }
}
