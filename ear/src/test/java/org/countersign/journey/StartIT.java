package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.DatabaseKind;
import org.countersign.launcher.ServerFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server starts, says how it is, keeps to its kind of installation, and forgets nothing. */
class StartIT {

    private CountersignServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_production_server_starts_and_its_database_refuses_a_demo(DatabaseKind kind) throws Exception {
        server = CountersignServer.on(kind).production().start();

        assertThat(answer(server.managementUri("/health/live"))).startsWith("200 ").contains("\"name\":\"application\",\"status\":\"UP\"");
        assertThat(answer(server.managementUri("/health/ready"))).startsWith("200 ").contains("\"name\":\"database\",\"status\":\"UP\"");
        server.terminate();

        assertThat(installation()).isEqualTo("PRODUCTION");
        assertThatThrownBy(() -> CountersignServer.on(server.database()).start())
                .isInstanceOf(ServerFailed.class)
                .hasMessageContaining("This database belongs to a PRODUCTION installation");
        assertThat(installation()).isEqualTo("PRODUCTION");
    }

    @Test
    void a_demo_database_refuses_production_and_is_still_there_after_kill_9() throws Exception {
        server = CountersignServer.on(DatabaseKind.H2).start();
        server.kill9();
        server.restart();
        assertThat(answer(server.managementUri("/health/ready"))).startsWith("200 ");
        server.terminate();

        assertThat(installation()).isEqualTo("DEMO");
        assertThatThrownBy(() -> CountersignServer.on(server.database()).production().start())
                .isInstanceOf(ServerFailed.class)
                .hasMessageContaining("This database belongs to a DEMO installation");
    }

    private String installation() throws SQLException {
        try (Connection connection = server.database().asOwner();
                ResultSet row = connection.createStatement().executeQuery("SELECT kind FROM installation")) {
            row.next();
            String kind = row.getString(1);
            if (server.database().kind() == DatabaseKind.H2) {
                // The file stays open in this JVM after the last connection, by the application's own setting.
                connection.createStatement().execute("SHUTDOWN");
            }
            return kind;
        }
    }

    /** Status and body. */
    private static String answer(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
