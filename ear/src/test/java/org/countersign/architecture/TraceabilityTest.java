package org.countersign.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/traceability.md} names every promise once, and no test that does not exist. */
class TraceabilityTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern TEST = Pattern.compile("\\b[A-Z][A-Za-z]+(?:Test|IT)\\b");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/traceability.md")).stream().filter(line -> line.startsWith("| M")).toList();
    }

    @Test
    void every_promise_stands_there_once_and_in_order() throws IOException {
        List<String> numbers = rows().stream().map(row -> row.substring(2, row.indexOf(' ', 2))).toList();
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 134).mapToObj(n -> "M" + n).toList());
    }

    @Test
    void what_is_there_names_the_test_that_shows_it() throws IOException {
        assertThat(rows()).filteredOn(row -> row.contains("| there |")).isNotEmpty().allMatch(row -> TEST.matcher(row).find());
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(ROOT, 20)) {
            tests = files.filter(file -> !file.toString().contains("/target/"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        Set<String> named = rows().stream()
                .flatMap(row -> {
                    Matcher matcher = TEST.matcher(row);
                    return matcher.results().map(result -> result.group());
                })
                .collect(Collectors.toSet());
        assertThat(named).isNotEmpty();
        assertThat(tests).containsAll(named);
    }
}
