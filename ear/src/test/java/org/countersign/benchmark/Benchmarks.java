package org.countersign.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The measurements of {@code docs/benchmarks.md}: {@code ./mvnw verify -Pbenchmark}. They take about half an hour of a machine that does
 * nothing else. {@code -Dbenchmark.only=start,creation,pages,due,recompute} chooses some; {@code -Dbenchmark.tiny} only tries whether they work.
 */
class Benchmarks {

    @Test
    void measure() throws Exception {
        Path target = Path.of(System.getProperty("countersign.throw-away")).toAbsolutePath().getParent();
        Path folder = Files.createDirectories(target.resolve("benchmark"));
        List<String> only = Arrays.asList(System.getProperty("benchmark.only", "start,creation,pages,due,recompute").split(","));
        Sizes sizes = Sizes.configured();
        Report report = new Report(target.resolve("benchmarks.md"));
        if (only.contains("start")) {
            StartBenchmark.run(sizes, report, folder);
        }
        if (only.contains("creation")) {
            CreationBenchmark.run(sizes, report, folder);
        }
        if (only.contains("pages")) {
            PageBenchmark.run(sizes, report);
        }
        if (only.contains("recompute")) {
            RecomputeBenchmark.run(sizes, report);
        }
        if (only.contains("due")) {
            DueBenchmark.run(report);
        }
        report.line("");
        report.load("after");
    }
}
