package org.countersign.addon.demo;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One of the files in {@code demo/} that say what the demo consists of. */
final class DemoFile {

    private DemoFile() {}

    /**
     * Reads a file.
     *
     * @param name e.g. {@code accounts.json}
     * @throws IllegalArgumentException naming the file when it is missing or is no JSON
     */
    static JsonStructure read(String name) {
        try (JsonReader reader = Json.createReader(new StringReader(text(name)))) {
            return reader.read();
        } catch (JsonException e) {
            throw new IllegalArgumentException("The demo's file " + name + " is no JSON: " + e.getMessage(), e);
        }
    }

    /**
     * The text of a file.
     *
     * @throws IllegalArgumentException naming the file when it is missing
     */
    static String text(String name) {
        try (InputStream file = DemoFile.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("The demo has no file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
