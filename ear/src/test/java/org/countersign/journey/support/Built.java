package org.countersign.journey.support;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build made; the build names the places in system properties. */
public final class Built {

    private Built() {}

    public static Path ear() {
        return file("countersign.ear");
    }

    public static Path serverZip() {
        return file("countersign.server.zip");
    }

    public static Path serverHome() {
        return folder("countersign.server.home");
    }

    static Path file(String property) {
        Path path = path(property);
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException("The build has not made " + path + "; run ./mvnw verify.");
        }
        return path;
    }

    static Path folder(String property) {
        Path path = path(property);
        if (!Files.isDirectory(path)) {
            throw new IllegalStateException("The build has not made " + path + "; run ./mvnw verify.");
        }
        return path;
    }

    static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("The system property " + property + " is missing; ear/pom.xml sets it.");
        }
        return Path.of(value);
    }
}
