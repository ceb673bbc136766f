package org.countersign.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.countersign.journey.support.Built;
import org.countersign.journey.support.DatabaseAddress;
import org.countersign.launcher.ServerProcess;

/**
 * The built server as an administrator starts it: {@code bin/standalone.sh} with the JVM options that it comes with, in production mode, on
 * loopback, with a base folder of its own.
 */
final class BuiltServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process shell;
    private final int httpPort;
    private final int managementPort;
    private final Path log;
    private final Thread hook = new Thread(this::end, "end-server");
    private double secondsToReady;

    private BuiltServer(Process shell, int httpPort, int managementPort, Path log) {
        this.shell = shell;
        this.httpPort = httpPort;
        this.managementPort = managementPort;
        this.log = log;
    }

    /** Starts on that database; returns when {@code /health/ready} answers 200. */
    static BuiltServer start(DatabaseAddress database, Map<String, String> settings) {
        try {
            int[] ports = ServerProcess.freePorts(3);
            Path home = Built.serverHome();
            Path base = freshBase(home);
            Path log = base.resolve("console.log");
            ProcessBuilder builder = new ProcessBuilder(
                    home.resolve("bin/standalone.sh").toString(),
                    "-Djboss.server.base.dir=" + base,
                    "-Djboss.https.port=" + ports[1],
                    "-Djboss.management.http.port=" + ports[2]);
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("COUNTERSIGN_") || name.startsWith("JAVA_") || name.equals("JBOSS_HOME"));
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("COUNTERSIGN_INSTALLATION", "PRODUCTION");
            environment.put("COUNTERSIGN_HTTP_PORT", Integer.toString(ports[0]));
            environment.putAll(new LinkedHashMap<>(database.environment()));
            environment.putAll(settings);
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            long begin = System.nanoTime();
            BuiltServer server = new BuiltServer(builder.start(), ports[0], ports[2], log);
            Runtime.getRuntime().addShutdownHook(server.hook);
            server.awaitReady(begin);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path freshBase(Path home) throws IOException {
        Path base = Path.of(System.getProperty("countersign.throw-away"))
                .resolve("benchmark-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet())
                .toAbsolutePath();
        for (String part : List.of("configuration", "deployments")) {
            Path from = home.resolve("standalone").resolve(part);
            Files.createDirectories(base.resolve(part));
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    Path to = base.resolve(part).resolve(from.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return base;
    }

    private void awaitReady(long begin) throws IOException {
        // Asked only after the boot: before it the answer is no, and the server writes a warning for each of those.
        while (!(isBooted() && isReady())) {
            if (!shell.isAlive() || System.nanoTime() - begin > LIMIT.toNanos()) {
                end();
                throw new IllegalStateException("The server did not become ready. " + log + " ends with:\n" + tail());
            }
            Pause.millis(50);
        }
        secondsToReady = (System.nanoTime() - begin) / 1e9;
    }

    private boolean isBooted() throws IOException {
        String said = said();
        if (said.contains("WFLYSRV0026")) {
            end();
            throw new IllegalStateException("The server started with errors. " + log + " ends with:\n" + tail());
        }
        return said.contains("WFLYSRV0025");
    }

    /** The server is writing it while it is read, so the last character may be half there. */
    private String said() throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    }

    private String tail() throws IOException {
        List<String> lines = said().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From the start command to the first {@code /health/ready} that answered 200. */
    double secondsToReady() {
        return secondsToReady;
    }

    /** Of the server's JVM, which is a child of the start script. */
    long pid() {
        return jvm().pid();
    }

    private ProcessHandle jvm() {
        return shell.descendants()
                .filter(process -> process.info().command().map(command -> command.endsWith("java")).orElse(false))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server's JVM is not there"));
    }

    /** Memory of the JVM that is in RAM, in MiB. */
    long residentMebibytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException("The memory of a process is read from /proc; this system has none", e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void end() {
        // The script only waits for the JVM and would leave it behind.
        List<ProcessHandle> family = shell.descendants().sorted(Comparator.comparing(ProcessHandle::pid).reversed()).toList();
        family.forEach(ProcessHandle::destroy);
        try {
            if (!shell.waitFor(30, TimeUnit.SECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            family.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
