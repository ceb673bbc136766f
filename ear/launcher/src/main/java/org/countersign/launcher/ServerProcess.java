package org.countersign.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One running server, a single child process on loopback. It ends with {@link #terminate}, {@link #kill}, or with the JVM that started it:
 * by a shutdown hook when that JVM ends in order, by {@link StopWithParent} when it does not.
 *
 * <pre>{@code
 * ServerProcess server = ServerProcess.start(ServerLaunch.of(home, base).ports(8080, 8443, 9990), line -> {});
 * server.awaitReady(Duration.ofMinutes(3));
 * }</pre>
 */
public final class ServerProcess {

    private static final Duration STOP_GRACE = Duration.ofSeconds(30);

    private final ServerLaunch launch;
    private final Process process;
    private final ServerConsole console;
    private final Boot boot;
    private final Thread hook;

    private ServerProcess(ServerLaunch launch, Process process, ServerConsole console, Boot boot) {
        this.launch = launch;
        this.process = process;
        this.console = console;
        this.boot = boot;
        this.hook = new Thread(() -> stop(STOP_GRACE), "stop-server");
    }

    /**
     * Starts the server and returns at once.
     *
     * @param listener told every line that the server prints
     * @throws ServerFailed when a port is taken or the process cannot be made
     */
    public static ServerProcess start(ServerLaunch launch, Consumer<String> listener) {
        launch.requireFreePorts();
        launch.prepareBase();
        ProcessBuilder builder = new ProcessBuilder(launch.command());
        builder.directory(launch.base().toFile());
        builder.redirectErrorStream(true);
        launch.applyEnvironment(builder.environment());
        Boot boot = new Boot();
        ServerConsole console = new ServerConsole(launch.console(), line -> {
            boot.read(line);
            listener.accept(line);
        });
        try {
            ServerProcess server = new ServerProcess(launch, builder.start(), console, boot);
            Runtime.getRuntime().addShutdownHook(server.hook);
            console.follow(server.process.getInputStream());
            return server;
        } catch (IOException e) {
            throw new ServerFailed("The server's process could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * Returns when the server says that it is ready: everything deployed, every readiness check up.
     *
     * @throws ServerFailed with the last lines of the log when it ends before, or is not ready in time
     */
    public void awaitReady(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        // Asked only after the boot: the server logs a warning for every question that it has to answer with no.
        while (!(boot.done && answersReady())) {
            if (!process.isAlive()) {
                console.drain();
                throw new ServerFailed("The server ended with code " + process.exitValue() + " before it was ready." + shownLog());
            }
            if (boot.failed) {
                throw stopped("The application could not be started.");
            }
            if (System.nanoTime() > end) {
                throw stopped("The server was not ready after " + limit.toSeconds() + " seconds.");
            }
            pause(200);
        }
    }

    private ServerFailed stopped(String sentence) {
        // The log first: what the stop adds to it would push the cause out of sight.
        ServerFailed failure = new ServerFailed(sentence + shownLog());
        terminate();
        return failure;
    }

    private String shownLog() {
        String line = System.lineSeparator();
        return " Its log is " + launch.console() + " and ends with:" + line + console.tail() + line + "Errors and their causes:" + line
                + console.problems();
    }

    private boolean answersReady() {
        try {
            HttpResponse<Void> answer = Health.CLIENT.send(
                    HttpRequest.newBuilder(new URI("http://127.0.0.1:" + launch.managementPort() + "/health/ready"))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed("Interrupted while the server was starting.", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops in order (SIGTERM), by force after half a minute. Returns when the process is gone. */
    public void terminate() {
        stop(STOP_GRACE);
        forgetHook();
    }

    /** Kills without warning (SIGKILL), as a power cut would. Returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
        forgetHook();
    }

    /** Waits until the server has ended by itself and returns its exit code. */
    public int waitFor() throws InterruptedException {
        int code = process.waitFor();
        console.drain();
        forgetHook();
        return code;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** The last lines that the server printed. */
    public String logTail() {
        return console.tail();
    }

    private void stop(Duration grace) {
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This JVM is ending already; the hook is at work or has nothing left to do.
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed("Interrupted while the server was starting.", e);
        }
    }

    /** Ports on loopback that were free a moment ago, all different. */
    public static int[] freePorts(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            int[] ports = new int[count];
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports[i] = socket.getLocalPort();
            }
            return ports;
        } catch (IOException e) {
            throw new ServerFailed("No free port on loopback: " + e.getMessage(), e);
        } finally {
            held.forEach(ServerProcess::close);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without it a port in TIME_WAIT after a restart looks taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new ServerFailed("A socket could not be closed: " + e.getMessage(), e);
        }
    }

    /** How far the server says that it is. With a deployment that failed it stays up, but never becomes ready. */
    private static final class Boot {
        private volatile boolean done;
        private volatile boolean failed;

        void read(String line) {
            if (line.contains("WFLYSRV0025")) {
                done = true;
            } else if (line.contains("WFLYSRV0026") || line.contains("WFLYSRV0055")) {
                failed = true;
            }
        }
    }

    /** One client for all polling. */
    private static final class Health {
        static final HttpClient CLIENT =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    }
}
