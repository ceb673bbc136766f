package org.countersign.batch.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.jobs.model.JobParameters;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobParametersCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private record Job(List<JobParameter> parameters) implements JobDefinition {

        @Override
        public String name() {
            return "job";
        }

        @Override
        public JobPlan plan(JobParameters parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ItemOutcome process(JobTask task) {
            throw new UnsupportedOperationException();
        }
    }

    private static final Job WEEKLY = new Job(List.of(JobParameter.week(), JobParameter.contract()));
    private static final Job MONTHLY = new Job(List.of(JobParameter.month(), JobParameter.contract()));

    private static void refused(JobDefinition job, Map<String, String> given, String code, String field) {
        assertThatThrownBy(() -> JobDefinitions.check(job, given, NOW))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    @Test
    void the_contract_may_be_left_out() {
        assertThat(JobDefinitions.check(WEEKLY, Map.of("week", " 2026-W47 "), NOW)).hasToString("week=2026-W47");
        assertThat(JobDefinitions.check(MONTHLY, Map.of("month", "2026-11", "contract", "DESK-B"), NOW))
                .hasToString("contract=DESK-B&month=2026-11");
    }

    @Test
    void a_parameter_that_the_job_does_not_have_is_named() {
        refused(WEEKLY, Map.of("week", "2026-W47", "month", "2026-11"), "job-parameter-unknown", "month");
    }

    @Test
    void a_missing_period_is_refused() {
        refused(WEEKLY, Map.of(), "job-parameter-invalid", "week");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-47", "2026-W54", "2026-W48", "", "2026-w47", "9999-W01"})
    void a_week_that_is_none_or_has_not_begun_anywhere_is_refused(String week) {
        refused(WEEKLY, Map.of("week", week), "job-parameter-invalid", "week");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-12", "2026-1", "November", "+2026-11"})
    void a_month_that_is_none_or_has_not_begun_anywhere_is_refused(String month) {
        refused(MONTHLY, Map.of("month", month), "job-parameter-invalid", "month");
    }

    @Test
    void a_blank_contract_is_refused() {
        refused(WEEKLY, Map.of("week", "2026-W47", "contract", " "), "job-parameter-invalid", "contract");
    }
}
