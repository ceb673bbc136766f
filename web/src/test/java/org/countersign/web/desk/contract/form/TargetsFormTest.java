package org.countersign.web.desk.contract.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.PriorityRule;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;

class TargetsFormTest {

    private static final Map<String, Object> DOCUMENT = Map.of("calendar", "OFFICE", "language", "en", "targets", List.of(
            Map.of("priorities", everyPriority()),
            Map.of(
                    "kinds", List.of("QUESTION", "COMPLAINT"),
                    "channels", List.of("PHONE"),
                    "criticalities", List.of("HIGH"),
                    "starts", "COMPLETENESS",
                    "pausedBy", Map.of("response", List.of(), "resolution", List.of("AWAITING_VENDOR")),
                    "priorities", Map.of("P3", Map.of("response", "PT4H30M", "update", "PT1H", "resolution", "PT9H"))),
            Map.of("kinds", List.of("INCIDENT"), "priorities", Map.of("P1", Map.of("response", "PT15M")))));

    private final ServiceAgreement agreement = ServiceAgreement.of(DOCUMENT);
    private final FormRows<TargetForm> form = rows(null);

    @Test
    void what_nobody_touches_stays_as_it_was_agreed() {
        assertThat(recorded()).isEqualTo(agreement);
    }

    @Test
    void every_priority_has_a_row_with_times_as_people_write_them() {
        TargetForm set = form.getRows().get(1);
        assertThat(set.getRows()).extracting(TargetRow::getPriority).containsExactly("P1", "P2", "P3", "P4", "P5");
        assertThat(set.getRows()).extracting(TargetRow::getResponse).containsExactly(null, null, "4:30", null, null);
        assertThat(set.getTitle()).isEqualTo("Question, Complaint, by Phone, criticality: High");
    }

    @Test
    void a_set_that_is_added_promises_nothing_until_something_is_entered() {
        form.add();
        assertThat(refused().field()).isEqualTo("targets[3].priorities");
        TargetForm set = form.getRows().get(3);
        set.getKinds().get(1).setChosen(true);
        set.getRows().get(4).setResponse("8");
        assertThat(recorded().targets().get(3).priorities().get("P5").response()).isEqualTo(Duration.ofHours(8));
        assertThat(recorded().targets().get(3).kinds()).containsExactly("SERVICE_REQUEST");
        assertThat(recorded().targets().get(3).pausedBy()).as("as usual").isEqualTo(agreement.targets().get(0).pausedBy());
    }

    @Test
    void removing_a_set_keeps_what_is_entered_in_the_others() {
        form.getRows().get(2).getRows().get(0).setResponse("soon");
        form.getRows().get(2).setMaintenance(true);
        form.remove(form.getRows().get(1));
        assertThat(form.getRows()).hasSize(2).last().satisfies(moved -> {
            assertThat(moved.getNumber()).isEqualTo(2);
            assertThat(moved.isMaintenance()).isTrue();
            assertThat(moved.getTitle()).isEqualTo("Incident, in the maintenance period");
            assertThat(moved.getRows().get(0).getResponse()).isEqualTo("soon");
        });
        assertThat(form.malformed()).extracting(FormInput::id).containsExactly("terms:set:1:row:0:response");
        assertThat(form.malformed()).extracting(FormInput::label).containsExactly("Set 2, P1, First response");
    }

    @Test
    void the_form_that_is_sent_has_as_many_sets_as_it_showed() {
        assertThat(rows(1L).getRows()).hasSize(1);
        assertThat(rows(5L).getRows()).hasSize(5);
        assertThat(rows(999_999_999L).getRows()).hasSize(FormRows.MOST);
    }

    @Test
    void no_more_sets_are_added_than_the_form_takes() {
        for (int i = 0; i < FormRows.MOST; i++) {
            form.add();
        }
        assertThat(form.getRows()).hasSize(FormRows.MOST);
        assertThat(form.isFull()).isTrue();
    }

    @Test
    void a_refusal_is_shown_where_the_place_was_entered() {
        assertThat(form.at("targets[1].priorities.P3.resolution")).map(FormInput::id).hasValue("terms:set:1:row:2:resolution");
        assertThat(form.at("targets[1].priorities")).as("the first that is missing").map(FormInput::id).hasValue("terms:set:1:row:0:response");
        assertThat(form.at("targets[2]")).map(FormInput::id).hasValue("terms:set:2:maintenance");
        assertThat(form.at("targets[2].maintenance")).map(FormInput::id).hasValue("terms:set:2:maintenance");
        assertThat(form.at("targets")).map(FormInput::id).hasValue("terms:set:0:maintenance");
        assertThat(form.at("targets[3]")).isEmpty();
        assertThat(form.at("escalation[0].rule")).isEmpty();
    }

    @Test
    void the_matrix_is_changed_cell_by_cell_and_made_usual_again() {
        MatrixForm matrix = new MatrixForm(agreement.priority().matrix(), Locale.ENGLISH);
        assertThat(matrix.isUsual()).isTrue();
        MatrixForm.Cell lowest = matrix.getRows().get(2).cells().get(2);
        assertThat(lowest.getLabel()).isEqualTo("Impact: Low, Urgency: Low");
        lowest.setPriority("P4");
        assertThat(matrix.isUsual()).isFalse();
        assertThat(matrix.toMap().get("LOW")).containsExactly(Map.entry("HIGH", "P3"), Map.entry("MEDIUM", "P4"), Map.entry("LOW", "P4"));
        matrix.usual();
        assertThat(matrix.toMap()).isEqualTo(PriorityRule.USUAL.matrix());
    }

    private FormRows<TargetForm> rows(Long shown) {
        return new FormRows<>("targets", agreement.targets(), shown, (place, set) -> new TargetForm(place, set, Locale.ENGLISH));
    }

    private ServiceAgreement recorded() {
        Map<String, Object> document = new LinkedHashMap<>(agreement.toMap());
        document.put("targets", form.toList());
        return ServiceAgreement.of(document);
    }

    private BusinessRuleViolation refused() {
        return catchThrowableOfType(BusinessRuleViolation.class, this::recorded);
    }

    private static Map<String, Object> everyPriority() {
        Map<String, Object> priorities = new LinkedHashMap<>();
        AgreementVocabulary.PRIORITIES.forEach(priority -> priorities.put(priority, Map.of("response", "PT1H", "resolution", "PT8H")));
        return priorities;
    }
}
