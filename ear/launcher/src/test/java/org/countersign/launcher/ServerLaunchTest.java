package org.countersign.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLaunchTest {

    @TempDir
    private Path folder;

    private Path home;
    private Path base;

    @BeforeEach
    void aBuiltServer() throws Exception {
        home = folder.resolve("home");
        base = folder.resolve("base");
        Files.createDirectories(home.resolve("standalone/configuration"));
        Files.createDirectories(home.resolve("standalone/deployments"));
        Files.writeString(home.resolve("jboss-modules.jar"), "");
        Files.writeString(home.resolve("standalone/configuration/standalone.xml"), "new");
        Files.writeString(home.resolve("standalone/deployments/countersign.ear"), "ear");
    }

    @Test
    void a_taken_port_is_named_in_a_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int[] free = ServerProcess.freePorts(2);
            ServerLaunch launch = ServerLaunch.of(home, base).ports(taken.getLocalPort(), free[0], free[1]);

            assertThatThrownBy(launch::requireFreePorts)
                    .isInstanceOf(ServerFailed.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " on 127.0.0.1")
                    .hasMessageContaining("is in use by another program");
        }
    }

    @Test
    void a_server_that_was_not_built_is_named_in_a_sentence() {
        ServerLaunch launch = ServerLaunch.of(folder.resolve("nowhere"), base);

        assertThatThrownBy(launch::prepareBase).isInstanceOf(ServerFailed.class).hasMessageContaining("Build the project first");
    }

    @Test
    void configuration_and_application_are_renewed_and_data_stays() throws Exception {
        Path addOn = Files.writeString(folder.resolve("addon.war"), "war");
        ServerLaunch launch = ServerLaunch.of(home, base).addOn(addOn);
        launch.prepareBase();
        Files.writeString(base.resolve("data/kept"), "kept");
        Files.writeString(base.resolve("configuration/standalone.xml"), "changed by the server");
        Files.writeString(base.resolve("deployments/countersign.ear.isdeploying"), "");

        launch.prepareBase();

        assertThat(base.resolve("data/kept")).hasContent("kept");
        assertThat(base.resolve("configuration/standalone.xml")).hasContent("new");
        try (var files = Files.list(base.resolve("deployments"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("countersign.ear", "addon.war");
        }
        assertThat(home.resolve("standalone/deployments/addon.war")).doesNotExist();
    }

    @Test
    void settings_of_another_installation_never_reach_the_server() {
        Map<String, String> environment = new HashMap<>(Map.of("COUNTERSIGN_DB_URL", "jdbc:postgresql://production/", "PATH", "/bin"));

        ServerLaunch.of(home, base).environment("COUNTERSIGN_INSTALLATION", "DEMO").applyEnvironment(environment);

        assertThat(environment).containsOnly(Map.entry("PATH", "/bin"), Map.entry("COUNTERSIGN_INSTALLATION", "DEMO"));
    }
}
