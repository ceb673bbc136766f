package org.countersign.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopWithParentTest {

    /** A JVM that would go on for ever. */
    static final class Child {
        public static void main(String[] arguments) throws InterruptedException {
            StopWithParent.premain(null);
            System.out.println("up");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void a_child_whose_parent_lets_go_of_its_input_ends_in_order() throws Exception {
        Process child = start();
        try {
            assertThat(child.inputReader().readLine()).isEqualTo("up");
            child.getOutputStream().write('x');
            child.getOutputStream().flush();
            assertThat(child.waitFor(1, TimeUnit.SECONDS)).as("input alone does not end it").isFalse();

            child.getOutputStream().close();

            assertThat(child.waitFor(15, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(143);
        } finally {
            child.destroyForcibly();
        }
    }

    private static Process start() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
