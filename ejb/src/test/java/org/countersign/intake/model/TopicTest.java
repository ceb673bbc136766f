package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {

    @ParameterizedTest
    @CsvSource({
        "Printer stuck, printer stuck",
        "Re: Re: RE : [CS-100001] Printer stuck, printer stuck",
        "Vá: Nyomtató!, nyomtató",
        "Fwd: AW: Your request #4711 was received, your request was received",
        "Your request #4712 was received, your request was received",
        "Report, report"
    })
    void marks_of_answers_brackets_and_numbers_do_not_change_the_topic(String subject, String topic) {
        assertThat(Topic.of(subject)).isEqualTo(topic);
    }

    @Test
    void a_subject_of_numbers_has_no_topic() {
        assertThat(Topic.of("Re: 12345 --- [x]")).isEmpty();
    }

    @Test
    void a_topic_fits_its_column() {
        assertThat(Topic.of("a".repeat(2000))).hasSize(Topic.LONGEST);
    }
}
