package org.countersign.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The command {@code ./mvnw -Prun}: starts the built server with the demo add-on on an H2 file database in {@code .countersign/}, says
 * where it is when it is ready, and stays until the server ends or Maven is asked to stop, which takes the server down too.
 *
 * <p>Arguments: the built server, the project's folder, the demo add-on. System properties {@code countersign.port} (8080) and
 * {@code countersign.management.port} (9990) choose other ports, {@code countersign.demo.smtp} (3025) and
 * {@code countersign.demo.imap} (3143) those of the demo's mail server.
 */
public final class DemoRun {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final int SHOWN_ERRORS = 100;

    private DemoRun() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(arguments);
        } catch (ServerFailed e) {
            say("");
            say(e.getMessage());
            // Ends Maven here: its own report of the failure would push the sentence out of sight under a stack trace.
            System.exit(1);
        }
    }

    private static void run(String[] arguments) throws InterruptedException {
        Path home = Path.of(arguments[0]);
        Path project = Path.of(arguments[1]).toAbsolutePath().normalize();
        Path demoAddOn = Path.of(arguments[2]);

        Path kept = project.resolve(".countersign");
        int smtp = Integer.getInteger("countersign.demo.smtp", 3025);
        ServerLaunch launch = ServerLaunch.of(home, home.resolveSibling("demo"))
                .ports(
                        Integer.getInteger("countersign.port", 8080),
                        ServerProcess.freePorts(1)[0],
                        Integer.getInteger("countersign.management.port", 9990))
                // Starts sooner and needs less memory; a demo never runs long enough to miss the second compiler.
                .jvmOption("-XX:TieredStopAtLevel=1")
                .jvmOption("-XX:+UseSerialGC")
                .addOn(demoAddOn)
                .data(kept.resolve("server"))
                .logs(kept.resolve("log"))
                .environment("COUNTERSIGN_INSTALLATION", "DEMO")
                .environment("COUNTERSIGN_URL", "http://localhost:" + Integer.getInteger("countersign.port", 8080))
                // The demo add-on brings its own mail server.
                .jvmOption("-Dcountersign.demo.smtp=" + smtp)
                .jvmOption("-Dcountersign.demo.imap=" + Integer.getInteger("countersign.demo.imap", 3143))
                .environment("COUNTERSIGN_SMTP_HOST", "127.0.0.1")
                .environment("COUNTERSIGN_SMTP_PORT", String.valueOf(smtp))
                .environment("COUNTERSIGN_DB_DRIVER", "h2")
                .environment("COUNTERSIGN_DB_URL", databaseUrl(kept));

        boolean first = !Files.exists(kept.resolve("countersign.mv.db"));
        say("Starting Countersign; this takes about half a minute" + (first ? ", the first time two, to load the demo's tickets" : "")
                + ". The log is " + launch.console());
        AtomicInteger errors = new AtomicInteger();
        long started = System.nanoTime();
        ServerProcess server = ServerProcess.start(launch, line -> showErrors(line, errors));
        server.awaitReady(START_LIMIT);
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        say(welcome(launch, kept, seconds));
        int code = server.waitFor();
        if (code != 0) {
            throw new ServerFailed("The server ended with code " + code + ". Its log is " + launch.console());
        }
    }

    private static String databaseUrl(Path kept) {
        String file = kept.resolve("countersign").toString().replace('\\', '/');
        return "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
    }

    private static void showErrors(String line, AtomicInteger errors) {
        if (line.contains(" ERROR [") || line.contains(" FATAL [")) {
            int count = errors.incrementAndGet();
            if (count <= SHOWN_ERRORS) {
                say(line);
            } else if (count == SHOWN_ERRORS + 1) {
                say("… more errors; they are in the log.");
            }
        }
    }

    private static String welcome(ServerLaunch launch, Path kept, long seconds) {
        String address = "http://localhost:" + launch.httpPort() + "/";
        return """

                ------------------------------------------------------------------------
                  Countersign is ready (after %d s):  %s

                  Sign in as          password = the name
                    l1  l2  l3        agents of the three support levels
                    manager           leads the desk, starts jobs
                    quality           reviews the samples
                    admin             runs the installation
                    anna              customer of desk B, may accept
                    bert              customer of desk C, may accept
                    carla             customer of desk C, may not accept
                    alice  dana  eva  customers of desks A, D and E, may accept
                  API tokens          demo-<name>, e.g. demo-anna
                  Their mail          %sdemo/mail/

                  Data and logs       %s
                  Start anew          stop, delete that folder, start
                  Stop                Ctrl-C
                ------------------------------------------------------------------------
                """.formatted(seconds, address, address, kept);
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
