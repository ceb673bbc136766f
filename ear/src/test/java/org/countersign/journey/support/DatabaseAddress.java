package org.countersign.journey.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * A database and its two roles. Tests connect to it past the server with {@link #asOwner} and {@link #asApplication}; an H2 file only
 * while no server has it open.
 */
public record DatabaseAddress(DatabaseKind kind, String url, String owner, String application) {

    /** The password of both roles. */
    static final String PASSWORD = "throw-away";

    /** @param file without the ending {@code .mv.db}; made at the first connection */
    public static DatabaseAddress h2(Path file) {
        String path = file.toAbsolutePath().toString().replace('\\', '/');
        return new DatabaseAddress(
                DatabaseKind.H2,
                "jdbc:h2:file:" + path + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
                "countersign_owner",
                "countersign_app");
    }

    /** Connects as the role that owns the tables. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, PASSWORD);
    }

    /** Connects as the role that the application works under. */
    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url, application, PASSWORD);
    }

    /** The environment of a server that works on this database. */
    public Map<String, String> environment() {
        return Map.of(
                "COUNTERSIGN_DB_DRIVER", kind == DatabaseKind.H2 ? "h2" : "postgresql",
                "COUNTERSIGN_DB_URL", url,
                "COUNTERSIGN_DB_USER", application,
                "COUNTERSIGN_DB_PASSWORD", PASSWORD,
                "COUNTERSIGN_DB_OWNER_USER", owner,
                "COUNTERSIGN_DB_OWNER_PASSWORD", PASSWORD);
    }
}
