package org.countersign.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.countersign.identity.model.Role;
import org.junit.jupiter.api.Test;

class MainMenuTest {

    @Test
    void no_two_pages_of_the_staff_have_one_key() {
        assertThat(keys(Stream.of(Role.values()).filter(role -> role != Role.CONTACT).toList())).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void no_two_pages_of_a_contact_have_one_key() {
        assertThat(keys(List.of(Role.CONTACT))).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void every_key_is_a_letter_that_every_keyboard_has() {
        assertThat(keys(List.of(Role.values()))).allMatch(key -> key >= 'a' && key <= 'z');
    }

    private static List<Character> keys(List<Role> roles) {
        return MainMenu.all().stream()
                .flatMap(section -> section.pages().stream())
                .filter(page -> page.roles().stream().anyMatch(roles::contains))
                .map(MainMenu.Page::shortcut)
                .toList();
    }
}
