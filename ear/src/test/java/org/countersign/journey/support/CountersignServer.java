package org.countersign.journey.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.countersign.launcher.ServerFailed;
import org.countersign.launcher.ServerLaunch;
import org.countersign.launcher.ServerProcess;

/**
 * The built server, running for a test: a base folder of its own, ports of its own on loopback, a database of its own. It never outlives
 * the test's JVM.
 *
 * <pre>{@code
 * try (CountersignServer server = CountersignServer.on(DatabaseKind.H2).start()) {
 *     server.api("demo-anna").get("/me");
 *     server.kill9();
 *     server.restart();
 * }
 * }</pre>
 *
 * Journeys that need nothing special share one server per database: see {@link Journey}.
 */
public final class CountersignServer implements AutoCloseable {

    /** The add-ons that a test may deploy beside the application. */
    public enum AddOn {
        /** {@code /api/v1/test/clock} */
        TEST("countersign.addon.test"),
        /** The demo data. */
        DEMO("countersign.addon.demo");

        private final String property;

        AddOn(String property) {
            this.property = property;
        }

        Path file() {
            return Built.file(property);
        }
    }

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ServerLaunch launch;
    private final DatabaseAddress database;
    private final int mailboxPort;
    private ServerProcess process;

    private CountersignServer(ServerLaunch launch, DatabaseAddress database, int mailboxPort) {
        this.launch = launch;
        this.database = database;
        this.mailboxPort = mailboxPort;
    }

    /** A demo installation with both add-ons on a new database of that kind, unless told otherwise. */
    public static Builder on(DatabaseKind kind) {
        return new Builder(kind, null);
    }

    /** The same on an existing database, e.g. that of a server which was stopped before. */
    public static Builder on(DatabaseAddress database) {
        return new Builder(database.kind(), database);
    }

    /** Where the pages are, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + launch.httpPort();
    }

    public URI uri(String path) {
        return URI.create(url() + path);
    }

    /** Of the management interface, e.g. {@code /health/live}. */
    public URI managementUri(String path) {
        return URI.create("http://127.0.0.1:" + launch.managementPort() + path);
    }

    /** The HTTP API under the given token; null for none. */
    public Api api(String token) {
        return new Api(URI.create(url() + "/api/v1"), token);
    }

    /** Where the mail server of {@link AddOn#DEMO} takes mail by SMTP into the mailboxes that the application reads by IMAP. */
    public int mailboxPort() {
        return mailboxPort;
    }

    /** The application's clock; needs {@link AddOn#TEST}. */
    public TestClock clock() {
        return new TestClock(api(null));
    }

    public DatabaseAddress database() {
        return database;
    }

    /** The last lines of the log. */
    public String logTail() {
        return process.logTail();
    }

    /** The JSON log of this server, everything that it said since it was made. */
    public Path log() {
        return launch.base().resolve("log/countersign.json.log");
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the server as a power cut would. */
    public void kill9() {
        process.kill();
    }

    /** Ends the server in order. */
    public void terminate() {
        process.terminate();
    }

    /** Starts again with the same database, data and ports; ends it in order before if it still runs. Returns when it is ready. */
    public void restart() {
        if (process.isAlive()) {
            terminate();
        }
        start();
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            terminate();
        }
    }

    private void start() {
        process = ServerProcess.start(launch, line -> {});
        process.awaitReady(START_LIMIT);
    }

    /** How the server is to be. */
    public static final class Builder {

        private final DatabaseKind kind;
        private final DatabaseAddress given;
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final Set<AddOn> addOns = new LinkedHashSet<>(Set.of(AddOn.TEST, AddOn.DEMO));
        private final Set<String> jvmOptions = new LinkedHashSet<>();

        private Builder(DatabaseKind kind, DatabaseAddress given) {
            this.kind = kind;
            this.given = given;
            environment.put("COUNTERSIGN_INSTALLATION", "DEMO");
            environment.put("COUNTERSIGN_DEMO_STORIES", "false");
        }

        /** A production installation: no demo data. The test add-on stays. */
        public Builder production() {
            environment.put("COUNTERSIGN_INSTALLATION", "PRODUCTION");
            addOns.remove(AddOn.DEMO);
            return this;
        }

        /** With the demo's tickets, which take a while; without this a demo has its customers, contracts and accounts only. */
        public Builder stories() {
            environment.put("COUNTERSIGN_DEMO_STORIES", "true");
            return this;
        }

        public Builder without(AddOn addOn) {
            addOns.remove(addOn);
            return this;
        }

        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** Sends through that mail server. */
        public Builder mail(MailServer mail) {
            environment.putAll(mail.environment());
            return this;
        }

        public Builder jvmOption(String option) {
            jvmOptions.add(option);
            return this;
        }

        /**
         * Starts the server; returns when it is ready.
         *
         * @throws ServerFailed with the end of the log when it does not become ready
         */
        public CountersignServer start() {
            Path base = newBase();
            DatabaseAddress database = given != null ? given : newDatabase(base);
            int[] ports = ServerProcess.freePorts(5);
            ServerLaunch launch = ServerLaunch.of(Built.folder("countersign.server.home"), base)
                    .ports(ports[0], ports[1], ports[2])
                    // The demo's own mail server, whose mailboxes are read; what the application sends goes to a server of the tests.
                    .jvmOption("-Dcountersign.demo.smtp=" + ports[3])
                    .jvmOption("-Dcountersign.demo.imap=" + ports[4])
                    .jvmOption("-XX:TieredStopAtLevel=1")
                    .jvmOption("-XX:+UseSerialGC");
            jvmOptions.forEach(launch::jvmOption);
            addOns.forEach(addOn -> launch.addOn(addOn.file()));
            database.environment().forEach(launch::environment);
            environment.forEach(launch::environment);
            CountersignServer server = new CountersignServer(launch, database, ports[3]);
            server.start();
            return server;
        }

        private DatabaseAddress newDatabase(Path base) {
            return kind == DatabaseKind.H2 ? DatabaseAddress.h2(base.resolve("database/countersign")) : Postgres.newDatabase();
        }

        private static Path newBase() {
            // Named by process and number, so that two runs of the tests beside each other do not meet.
            Path base = Built.path("countersign.throw-away")
                    .resolve(ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
            try {
                if (COUNT.get() == 1) {
                    deleteLeftovers(base.getParent());
                }
                Files.createDirectories(base);
                return base;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Folders of test runs that are over: kept until now for whoever wanted to read a log, a pile of them fills a disk. */
        private static void deleteLeftovers(Path all) throws IOException {
            if (!Files.isDirectory(all)) {
                return;
            }
            try (Stream<Path> folders = Files.list(all)) {
                for (Path folder : (Iterable<Path>) folders::iterator) {
                    String name = folder.getFileName().toString();
                    if (!name.matches("[0-9]+-[0-9]+")) {
                        // Of the benchmarks, which make room for themselves.
                        continue;
                    }
                    long process = Long.parseLong(name.split("-")[0]);
                    if (ProcessHandle.of(process).isEmpty()) {
                        delete(folder);
                    }
                }
            }
        }

        private static void delete(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
