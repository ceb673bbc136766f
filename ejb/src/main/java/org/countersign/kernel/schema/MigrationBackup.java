package org.countersign.kernel.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A script of a whole H2 file database, beside it, for as long as it is being migrated. H2 commits every DDL statement at once, so a
 * migration that was cut off leaves half of itself behind; the script brings back what was there before. A script that is there when the
 * server starts means just that: the migration before did not come to its end.
 */
final class MigrationBackup {

    private final DataSource owner;
    private final Path script;

    private MigrationBackup(DataSource owner, Path script) {
        this.owner = owner;
        this.script = script;
    }

    /** For an H2 database in a file; nothing for any other, which either undoes a migration itself or is gone with the process. */
    static Optional<MigrationBackup> of(DataSource owner) {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
                return Optional.empty();
            }
            try (ResultSet path = statement.executeQuery("CALL DATABASE_PATH()")) {
                path.next();
                return Optional.ofNullable(path.getString(1))
                        .map(database -> new MigrationBackup(owner, Path.of(database + ".before-migration.sql")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be asked for its file: " + e.getMessage(), e);
        }
    }

    Path script() {
        return script;
    }

    /**
     * Puts back what was there before a migration that did not come to its end. Until {@link #discard} it can be done again, so that a kill
     * in the middle of this does no harm either.
     *
     * @return whether there was anything to put back
     */
    boolean restore() {
        if (!Files.exists(script)) {
            return false;
        }
        execute("DROP ALL OBJECTS");
        execute("RUNSCRIPT FROM " + literal(script) + " CHARSET 'UTF-8'");
        return true;
    }

    /** Writes the script; it gets its name only when it is complete and on the disk. */
    void take() {
        Path part = script.resolveSibling(script.getFileName() + ".part");
        execute("SCRIPT TO " + literal(part) + " CHARSET 'UTF-8'");
        try {
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, script, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The backup before the migration could not be written: " + script, e);
        }
    }

    /** The migration is done. A script that stayed would undo everything at the next start, so one that cannot be deleted stops this one. */
    void discard() {
        try {
            Files.deleteIfExists(script);
        } catch (IOException e) {
            throw new UncheckedIOException("The backup before the migration could not be deleted: " + script, e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed: " + e.getMessage(), e);
        }
    }

    private static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
