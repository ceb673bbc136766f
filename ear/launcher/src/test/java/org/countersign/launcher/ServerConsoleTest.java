package org.countersign.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConsoleTest {

    @TempDir
    private Path folder;

    @Test
    void a_server_that_prints_without_end_does_not_fill_the_disk() throws Exception {
        String line = "x".repeat(3_999) + "\n";

        ServerConsole console = follow(line.repeat(3 * ServerConsole.MAX_CHARS / line.length()));

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("console.log", "console.log.1");
        }
        assertThat(Files.size(folder.resolve("console.log")) + Files.size(folder.resolve("console.log.1")))
                .isLessThan(2L * ServerConsole.MAX_CHARS + 2L * line.length());
        assertThat(console.tail().lines()).hasSize(60);
    }

    @Test
    void a_line_without_end_is_cut() throws Exception {
        ServerConsole console = follow("y".repeat(100_000) + "\nend\n");

        assertThat(console.tail().lines().map(String::length)).containsExactly(4_002, 3);
    }

    @Test
    void an_error_is_still_known_when_its_stack_trace_has_pushed_it_out_of_the_tail() throws Exception {
        ServerConsole console = follow("12:00 ERROR [org.x] (main) It broke\n" + "\tat org.x.Y\n".repeat(200) + "Caused by: the cause\n"
                + "\tat org.x.Z\n".repeat(200));

        assertThat(console.tail()).doesNotContain("broke", "cause");
        assertThat(console.problems()).containsSubsequence("It broke", "Caused by: the cause");
    }

    @Test
    void every_line_reaches_the_listener_in_order() throws Exception {
        List<String> heard = new ArrayList<>();
        ServerConsole console = new ServerConsole(folder.resolve("console.log"), heard::add);
        console.follow(new ByteArrayInputStream("árvíz\n\ntűrő\n".getBytes(StandardCharsets.UTF_8)));
        console.drain();

        assertThat(heard).containsExactly("árvíz", "", "tűrő");
        assertThat(Files.readString(folder.resolve("console.log"))).contains("árvíz");
    }

    private ServerConsole follow(String printed) {
        ServerConsole console = new ServerConsole(folder.resolve("console.log"), line -> {});
        console.follow(new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)));
        console.drain();
        return console;
    }
}
