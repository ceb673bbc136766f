package org.countersign.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The measured figures as Markdown, printed as they come and kept in {@code ear/target/benchmarks.md}. */
final class Report {

    private final Path file;
    private final StringBuilder text = new StringBuilder();

    Report(Path file) {
        this.file = file;
        line("Measured " + ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")) + " on "
                + Runtime.getRuntime().availableProcessors() + " × " + value("/proc/cpuinfo", "model name") + ", "
                + value("/proc/meminfo", "MemTotal") + " of memory, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + ", " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version")
                + ".");
        load("before");
    }

    /** How busy the machine is; figures of a busy machine are to be read as such. */
    void load(String when) {
        line("Load of the machine " + when + ": " + firstLine("/proc/loadavg") + ".");
    }

    void heading(String heading) {
        line("");
        line("## " + heading);
        line("");
    }

    void row(Object... cells) {
        line("| " + String.join(" | ", Stream.of(cells).map(Report::cell).toList()) + " |");
    }

    void header(String... cells) {
        row((Object[]) cells);
        line("|" + "---|".repeat(cells.length));
    }

    void line(String line) {
        System.out.println(line);
        text.append(line).append('\n');
        try {
            // After every line, so that a run that is cut off leaves what it has measured.
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%.0f", number)
                : String.valueOf(value);
    }

    private static String value(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException unknownSystem) {
            return "?";
        }
    }

    private static String firstLine(String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            return lines.get(0);
        } catch (IOException unknownSystem) {
            return "?";
        }
    }
}
