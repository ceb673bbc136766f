package org.countersign.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The product keeps every rule, and every rule can tell: each has a sin in {@code seeded} that it must find. */
class ArchitectureTest {

    private static final String PRODUCT = "org.countersign";
    private static final String SEEDED = "org.countersign.architecture.seeded";

    private static final class Classes {
        static final JavaClasses OF_PRODUCT = new ClassFileImporter().importPaths(classes("ejb"), classes("batch"), classes("web"));
        static final JavaClasses SEEDED_ONES = new ClassFileImporter().importPackages(SEEDED);
    }

    @ParameterizedTest
    @EnumSource
    void the_product_keeps(Rule rule) {
        rule.in(PRODUCT).check(Classes.OF_PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void a_seeded_violation_breaks(Rule rule) {
        String sinner = "Seeded" + camelCase(rule.name());

        assertThatThrownBy(() -> rule.in(SEEDED).check(Classes.SEEDED_ONES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(sinner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejb", "batch", "web"})
    void the_rules_see_every_module_that_has_code(String module) {
        if (Files.isDirectory(module(module).resolve("src/main/java"))) {
            assertThat(new ClassFileImporter().importPaths(classes(module))).isNotEmpty();
        }
    }

    private static Path classes(String module) {
        return module(module).resolve("target/classes");
    }

    private static Path module(String name) {
        return Path.of(System.getProperty("basedir", "."), "..", name).normalize();
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
