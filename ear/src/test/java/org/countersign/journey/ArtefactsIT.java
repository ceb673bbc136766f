package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.countersign.journey.support.Built;
import org.junit.jupiter.api.Test;

/** What is handed to an administrator holds the product, and neither the demo's data nor the tests' clock. */
class ArtefactsIT {

    @Test
    void the_ear_contains_the_application_and_no_add_on() throws Exception {
        List<String> names = namesIn(Built.ear());

        assertThat(names).contains("countersign-ejb.jar!org/countersign/kernel/ApplicationClock.class");
        assertNoAddOn(names);
    }

    @Test
    void the_server_zip_contains_the_application_and_no_add_on() throws Exception {
        List<String> names = namesIn(Built.serverZip());

        assertThat(names)
                .anyMatch(name -> name.endsWith("standalone/deployments/countersign.ear!countersign-ejb.jar"))
                .anyMatch(name -> name.endsWith("/bin/standalone.sh"));
        assertNoAddOn(names);
    }

    @Test
    void the_server_folder_deploys_the_application_and_its_health_checks_alone() throws Exception {
        try (var files = Files.list(Built.serverHome().resolve("standalone/deployments"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("README.txt", "countersign.ear", "countersign-health.war");
        }
    }

    private static void assertNoAddOn(List<String> names) {
        assertThat(names)
                .noneMatch(name -> name.contains("org/countersign/addon/"))
                .noneMatch(name -> name.contains("org/countersign/launcher/"))
                .noneMatch(name -> name.contains("countersign-demo"))
                .noneMatch(name -> name.contains("countersign-test"));
    }

    /** Every name in the archive, and those in the EAR and in our own archives inside as {@code outer!inner}. */
    private static List<String> namesIn(Path archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = Files.newInputStream(archive)) {
            collect("", in, names);
        }
        return names;
    }

    private static void collect(String prefix, InputStream in, List<String> names) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = prefix + entry.getName();
            names.add(name);
            if (entry.getName().matches(".*countersign[^/]*\\.(ear|war|jar)")) {
                collect(name + "!", zip, names);
            }
        }
    }
}
