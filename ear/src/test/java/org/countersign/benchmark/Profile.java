package org.countersign.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a registration's time goes, by a recording of the JVM (JFR) while tickets are created. */
final class Profile {

    private static final int CONNECTIONS = 4;

    /** Whose code is running: the first frame from the top that belongs to one of these. */
    private static final List<Map.Entry<String, String>> OWNERS = List.of(
            Map.entry("org.countersign.", "Countersign's own code"),
            Map.entry("org.postgresql.", "PostgreSQL driver"),
            Map.entry("org.eclipse.persistence.", "EclipseLink"),
            Map.entry("org.jboss.jca.", "connection pool"),
            Map.entry("com.arjuna.", "transaction manager"),
            Map.entry("org.wildfly.transaction.", "transaction manager"),
            Map.entry("org.jboss.weld.", "CDI"),
            Map.entry("org.jboss.as.ejb3.", "EJB container"),
            Map.entry("org.jboss.invocation.", "EJB container"),
            Map.entry("org.jboss.as.weld.", "EJB container"),
            Map.entry("org.wildfly.security.", "security"),
            Map.entry("org.jboss.resteasy.", "JAX-RS"),
            Map.entry("org.eclipse.yasson.", "JSON"),
            Map.entry("org.eclipse.parsson.", "JSON"),
            Map.entry("org.glassfish.json.", "JSON"),
            Map.entry("io.undertow.", "HTTP server"),
            Map.entry("org.xnio.", "HTTP server"),
            Map.entry("org.jboss.logmanager.", "logging"));

    private Profile() {}

    static void ofCreation(Sizes sizes, Report report, BuiltServer server, Path folder) {
        Path recording = folder.resolve("creation.jfr").toAbsolutePath();
        List<Runnable> clients = Load.of(CONNECTIONS, () -> new TicketClient(server)::register);
        Load.perSecond(clients, sizes.warmUpSeconds());
        jcmd(server.pid(), "JFR.start", "name=creation", "settings=profile", "jdk.SocketRead#threshold=0ms");
        int seconds = 3 * sizes.seconds();
        double rate = Load.perSecond(clients, seconds);
        jcmd(server.pid(), "JFR.stop", "name=creation", "filename=" + recording);
        try {
            tell(report, recording, rate, seconds);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(Report report, Path recording, double rate, int seconds) throws IOException {
        Map<String, Long> owners = new HashMap<>();
        Map<String, Long> callers = new HashMap<>();
        Map<String, Long> waits = new HashMap<>();
        long samples = 0;
        long background = 0;
        long waitedNanos = 0;
        long reads = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                switch (event.getEventType().getName()) {
                    case "jdk.ExecutionSample" -> {
                        var thread = event.getThread("sampledThread");
                        if (thread == null || thread.getJavaName() == null || !thread.getJavaName().startsWith("default task")) {
                            background++;
                        } else {
                            samples++;
                            owners.merge(owner(event), 1L, Long::sum);
                            callers.merge(ownFrame(event), 1L, Long::sum);
                        }
                    }
                    case "jdk.SocketRead" -> {
                        var thread = event.getThread();
                        if (thread != null && thread.getJavaName() != null && thread.getJavaName().startsWith("default task")) {
                            reads++;
                            waitedNanos += event.getDuration().toNanos();
                            waits.merge(ownFrame(event), event.getDuration().toNanos(), Long::sum);
                        }
                    }
                    default -> {
                        // Of no interest here.
                    }
                }
            }
        }
        double tickets = Math.max(1, rate * seconds);
        report.heading("What a ticket's creation costs, " + CONNECTIONS + " connections");
        report.line(String.format(
                java.util.Locale.ROOT,
                "%.0f tickets/s while recorded; %d CPU samples in request threads, %d in all others; per ticket %.1f reads from the database's"
                        + " socket, %.2f ms waited in them, of %.2f ms in all.",
                rate,
                samples,
                background,
                reads / tickets,
                waitedNanos / 1e6 / tickets,
                1000 * CONNECTIONS / Math.max(rate, 0.001)));
        report.line("");
        report.header("CPU by whose code runs", "share of request threads");
        share(report, owners, samples, 8);
        report.line("");
        report.header("CPU by our nearest method", "share of request threads");
        share(report, callers, samples, 8);
        report.line("");
        report.header("waiting for the database by our nearest method", "share");
        share(report, waits, waitedNanos, 8);
    }

    private static void share(Report report, Map<String, Long> parts, long whole, int rows) {
        parts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(rows)
                .forEach(part -> report.row(part.getKey(), Math.round(100.0 * part.getValue() / Math.max(1, whole)) + " %"));
    }

    private static String owner(RecordedEvent event) {
        for (RecordedFrame frame : frames(event)) {
            String type = frame.getMethod().getType().getName();
            for (Map.Entry<String, String> owner : OWNERS) {
                if (type.startsWith(owner.getKey())) {
                    return owner.getValue();
                }
            }
        }
        return "others";
    }

    private static String ownFrame(RecordedEvent event) {
        Optional<RecordedFrame> own = frames(event).stream()
                .filter(frame -> frame.getMethod().getType().getName().startsWith("org.countersign."))
                // Proxies and interceptors of the container carry our names but are not ours.
                .filter(frame -> !frame.getMethod().getType().getName().contains("$") && !frame.getMethod().getName().contains("$"))
                .findFirst();
        return own.map(frame -> {
                    String type = frame.getMethod().getType().getName();
                    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
                })
                .orElse("outside of it (container: HTTP, transactions, commit)");
    }

    private static List<RecordedFrame> frames(RecordedEvent event) {
        return event.getStackTrace() == null ? List.of() : event.getStackTrace().getFrames();
    }

    private static void jcmd(long pid, String... command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.exists(jcmd)) {
            throw new IllegalStateException("The profile needs a JDK with jcmd; there is none in " + jcmd.getParent());
        }
        try {
            List<String> line = new java.util.ArrayList<>(List.of(jcmd.toString(), Long.toString(pid)));
            line.addAll(List.of(command));
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", line) + ": " + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
