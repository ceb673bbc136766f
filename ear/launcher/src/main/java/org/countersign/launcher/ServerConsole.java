package org.countersign.launcher;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * What a server prints: kept in a file that never grows beyond two times {@value #MAX_CHARS} characters (the older half in
 * {@code <file>.1}), its last lines in memory to be shown when something fails.
 */
final class ServerConsole {

    static final int MAX_CHARS = 10_000_000;
    private static final int TAIL_LINES = 60;
    private static final int PROBLEM_LINES = 30;
    private static final int MAX_LINE = 4_000;

    private final Path file;
    private final Consumer<String> listener;
    private final Deque<String> tail = new ArrayDeque<>();
    private final Deque<String> problems = new ArrayDeque<>();
    private Thread reader;

    /** @param listener told every line; must be quick */
    ServerConsole(Path file, Consumer<String> listener) {
        this.file = file;
        this.listener = listener;
    }

    void follow(InputStream output) {
        reader = new Thread(() -> copy(output), "server-console");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits until everything printed by a process that has ended was read, at most two seconds. */
    void drain() {
        try {
            reader.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last lines, oldest first. */
    String tail() {
        synchronized (tail) {
            return String.join(System.lineSeparator(), tail);
        }
    }

    private void copy(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            boolean more = true;
            while (more) {
                more = fill(lines);
            }
        } catch (IOException | UncheckedIOException e) {
            remember("The server's output could not be kept in " + file + ": " + e.getMessage());
        }
    }

    private boolean fill(BufferedReader lines) throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (long written = 0; written < MAX_CHARS; ) {
                String line = lines.readLine();
                if (line == null) {
                    return false;
                }
                String kept = line.length() > MAX_LINE ? line.substring(0, MAX_LINE) + " …" : line;
                out.write(kept);
                out.newLine();
                out.flush();
                written += kept.length() + 1L;
                remember(kept);
                listener.accept(kept);
            }
            return true;
        }
    }

    /** The last errors and their causes, oldest first: what a long stack trace has pushed out of the tail. */
    String problems() {
        synchronized (tail) {
            return String.join(System.lineSeparator(), problems);
        }
    }

    private void remember(String line) {
        synchronized (tail) {
            keep(tail, line, TAIL_LINES);
            if (line.contains(" ERROR [") || line.contains(" FATAL [") || line.startsWith("Caused by: ")) {
                keep(problems, line, PROBLEM_LINES);
            }
        }
    }

    private static void keep(Deque<String> lines, String line, int most) {
        lines.addLast(line);
        if (lines.size() > most) {
            lines.removeFirst();
        }
    }
}
