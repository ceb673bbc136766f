package org.countersign.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.model.Theme;
import org.countersign.kernel.AreaMessages;
import org.junit.jupiter.api.Test;

class IdentityMessagesTest {

    /** Texts that every area needs and the kernel's bundle keeps. */
    private static final Set<String> KERNEL = Set.of("required", "too-long", "cursor-invalid");

    @Test
    void every_refusal_and_every_name_has_its_text() throws Exception {
        Set<String> needed = new TreeSet<>(AreaMessages.refusalsOf("identity"));
        assertThat(needed).hasSizeGreaterThan(10);
        needed.removeAll(KERNEL);
        needed.addAll(Set.of("control-character", "email-malformed", "language-unknown", "zone-unknown"));
        Stream.of(Role.values(), SupportLevel.values(), Theme.values(), SkillLevel.values(), AccountKind.values(), TokenState.values())
                .flatMap(Arrays::stream)
                .forEach(name -> needed.add(((Enum<?>) name).getDeclaringClass().getSimpleName() + "." + name));
        assertThat(AreaMessages.bundle("identity", "").keySet()).containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void every_text_is_translated_and_takes_the_same_arguments() {
        AreaMessages.areTranslatedWithTheSameArguments("identity");
    }
}
