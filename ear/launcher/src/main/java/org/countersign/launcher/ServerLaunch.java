package org.countersign.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a server is to be started. The built server is only read; everything a running server writes goes to a base folder of its own, to
 * which configuration and application are copied, so that the built server stays as an administrator would get it.
 */
public final class ServerLaunch {

    private final Path home;
    private final Path base;
    private final List<Path> addOns = new ArrayList<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path data;
    private Path logs;
    private int http = 8080;
    private int https = 8443;
    private int management = 9990;

    private ServerLaunch(Path home, Path base) {
        this.home = home.toAbsolutePath().normalize();
        this.base = base.toAbsolutePath().normalize();
        this.data = this.base.resolve("data");
        this.logs = this.base.resolve("log");
    }

    /**
     * @param home the built server
     * @param base where the running server writes; made when it does not exist
     */
    public static ServerLaunch of(Path home, Path base) {
        return new ServerLaunch(home, base);
    }

    public ServerLaunch ports(int httpPort, int httpsPort, int managementPort) {
        this.http = httpPort;
        this.https = httpsPort;
        this.management = managementPort;
        return this;
    }

    /** Deploys another archive beside the application. */
    public ServerLaunch addOn(Path archive) {
        addOns.add(archive.toAbsolutePath().normalize());
        return this;
    }

    public ServerLaunch jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    /** Sets an environment variable. Variables {@code COUNTERSIGN_…} of the caller's own environment never reach the server. */
    public ServerLaunch environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Where the server keeps its own data, transaction log included. */
    public ServerLaunch data(Path folder) {
        this.data = folder.toAbsolutePath().normalize();
        return this;
    }

    public ServerLaunch logs(Path folder) {
        this.logs = folder.toAbsolutePath().normalize();
        return this;
    }

    public int httpPort() {
        return http;
    }

    public int managementPort() {
        return management;
    }

    public Path base() {
        return base;
    }

    /** What the server prints. */
    public Path console() {
        return logs.resolve("console.log");
    }

    private Path bootLog() {
        return logs.resolve("boot.log");
    }

    void requireFreePorts() {
        requireFree(http, "the application");
        requireFree(https, "its HTTPS listener");
        requireFree(management, "the management interface with the health checks");
    }

    private static void requireFree(int port, String purpose) {
        if (!ServerProcess.isFree(port)) {
            throw new ServerFailed("Port " + port + " on 127.0.0.1, needed for " + purpose
                    + ", is in use by another program. Stop that program, or choose another port.");
        }
    }

    /** Configuration and application are always those of the built server; data and logs stay. */
    void prepareBase() {
        Path built = home.resolve("standalone");
        if (!Files.isRegularFile(home.resolve("jboss-modules.jar"))) {
            throw new ServerFailed("There is no built server in " + home + ". Build the project first.");
        }
        try {
            Files.createDirectories(base);
            for (String part : List.of("configuration", "deployments", "tmp")) {
                delete(base.resolve(part));
            }
            copy(built.resolve("configuration"), base.resolve("configuration"));
            copy(built.resolve("deployments"), base.resolve("deployments"));
            Files.createDirectories(data);
            Files.createDirectories(logs);
            // Of this start only: it is appended to, and nothing rotates it.
            Files.deleteIfExists(bootLog());
            for (Path addOn : addOns) {
                Files.copy(addOn, base.resolve("deployments").resolve(addOn.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new ServerFailed("The server's folder " + base + " could not be prepared: " + e.getMessage(), e);
        }
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D[Countersign]");
        command.addAll(List.of("-Xms64m", "-Xmx768m"));
        command.addAll(MODULAR_JVM);
        if (Runtime.version().feature() >= 24) {
            // WildFly's libraries load native code and use Unsafe; without these two, newer JVMs warn on every start.
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(jvmOptions);
        command.add("-javaagent:" + agent());
        command.addAll(List.of(
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dorg.jboss.logmanager.nocolor=true",
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "-Dorg.jboss.boot.log.file=" + bootLog(),
                "-Dlogging.configuration=" + base.resolve("configuration/logging.properties").toUri(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.server.data.dir=" + data,
                "-Djboss.server.log.dir=" + logs,
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + http,
                "-Djboss.https.port=" + https,
                "-Djboss.management.http.port=" + management));
        return command;
    }

    void applyEnvironment(Map<String, String> target) {
        // A developer's shell may hold the settings of a real installation: a demo or a test must never reach it.
        target.keySet().removeIf(name -> name.startsWith("COUNTERSIGN_") || name.equals("JAVA_TOOL_OPTIONS"));
        target.putAll(environment);
    }

    private static Path agent() {
        try {
            Path self = Path.of(StopWithParent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (!Files.isRegularFile(self)) {
                throw new ServerFailed("The launcher must run from its jar, not from " + self + ": the jar is the server's agent.");
            }
            return self;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The same as bin/common.sh gives to a server that is started by script. */
    private static final List<String> MODULAR_JVM = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");
}
