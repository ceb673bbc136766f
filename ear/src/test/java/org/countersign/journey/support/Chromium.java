package org.countersign.journey.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a Chromium for the tests: the variable {@code COUNTERSIGN_CHROMIUM}, the PATH, Playwright's cache; else lets Playwright fetch one;
 * else, as root on a Debian, installs the package. A candidate counts only if it can tell its version.
 */
final class Chromium {

    static final String VARIABLE = "COUNTERSIGN_CHROMIUM";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() {}

    /**
     * @throws IllegalStateException naming the one command to type when there is none and none can be had, or when the variable names
     *     something that is no Chromium
     */
    static Path find() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            Path path = Path.of(named);
            if (!works(path)) {
                throw new IllegalStateException(VARIABLE + " names " + path + ", which does not run as a Chromium.");
            }
            return path;
        }
        return present()
                .or(() -> run(600, playwrightInstall()) ? present() : Optional.empty())
                .or(() -> isRootOnDebian()
                                && run(300, List.of("apt-get", "update", "-q"))
                                && run(900, List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"))
                        ? present()
                        : Optional.empty())
                .orElseThrow(() -> new IllegalStateException("The journeys need a Chromium and none could be found, fetched or installed. Type:"
                        + "\n    sudo apt-get install -y chromium"
                        + "\nor set " + VARIABLE + " to the path of a Chromium or Chrome."));
    }

    private static Optional<Path> present() {
        return Stream.concat(onPath(), inPlaywrightCache()).filter(Chromium::works).findFirst();
    }

    private static Stream<Path> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable);
    }

    private static Stream<Path> inPlaywrightCache() {
        Path home = Path.of(System.getProperty("user.home"));
        String set = System.getenv("PLAYWRIGHT_BROWSERS_PATH");
        List<Path> caches = set != null && !set.isBlank()
                ? List.of(Path.of(set))
                : List.of(
                        home.resolve(".cache/ms-playwright"),
                        home.resolve("Library/Caches/ms-playwright"),
                        home.resolve("AppData/Local/ms-playwright"));
        List<Path> found = new ArrayList<>();
        for (Path cache : caches) {
            if (Files.isDirectory(cache)) {
                try (Stream<Path> files = Files.find(
                        cache, 6, (file, attributes) -> attributes.isRegularFile() && isBrowser(cache.relativize(file)))) {
                    files.sorted().forEach(found::add);
                } catch (IOException e) {
                    throw new IllegalStateException("Playwright's cache " + cache + " cannot be read", e);
                }
            }
        }
        return found.stream();
    }

    private static boolean isBrowser(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return file.getName(0).toString().startsWith("chromium")
                && (name.equals("chrome") || name.equals("chrome.exe") || name.equals("chromium") || name.equals("headless_shell")
                        || name.equals("chrome-headless-shell"));
    }

    private static boolean works(Path candidate) {
        try {
            Process process = new ProcessBuilder(candidate.toString(), "--version", "--no-sandbox")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return finished(process, 30) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> playwrightInstall() {
        // In a JVM of its own: the command ends its JVM when it is done.
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium");
    }

    private static boolean isRootOnDebian() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/etc/debian_version"));
    }

    private static boolean run(int seconds, List<String> command) {
        System.err.println("No Chromium found; trying: " + String.join(" ", command.subList(Math.max(0, command.size() - 3), command.size())));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            return finished(process, seconds) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean finished(Process process, int seconds) {
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return true;
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
