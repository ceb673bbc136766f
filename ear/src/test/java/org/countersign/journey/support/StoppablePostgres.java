package org.countersign.journey.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.countersign.launcher.ServerProcess;

/** A PostgreSQL that a test may stop and start again, with its data and at its port. */
public final class StoppablePostgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres running;

    private StoppablePostgres(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    public static StoppablePostgres started() {
        try {
            StoppablePostgres postgres =
                    new StoppablePostgres(Files.createTempDirectory("countersign-postgres"), ServerProcess.freePorts(1)[0]);
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty database with an owner who may create roles and an application role without any right yet. */
    public DatabaseAddress newDatabase() {
        return Postgres.newDatabase(port);
    }

    public void start() throws IOException {
        running = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "100")
                .start();
    }

    /** Ends it at once, whatever is under way: who is connected is cut off. */
    public void stop() throws IOException {
        running.close();
        running = null;
    }

    @Override
    public void close() throws IOException {
        if (running != null) {
            stop();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }
}
