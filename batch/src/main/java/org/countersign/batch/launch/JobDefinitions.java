package org.countersign.batch.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countersign.jobs.model.JobParameters;
import org.countersign.kernel.BusinessRuleViolation;

/** The jobs that there are. */
@ApplicationScoped
class JobDefinitions {

    @Inject
    @Any
    private Instance<JobDefinition> definitions;

    /** All, by name. */
    List<JobDefinition> all() {
        return definitions.stream().sorted(Comparator.comparing(JobDefinition::name)).toList();
    }

    /** @throws BusinessRuleViolation {@code job-unknown} */
    JobDefinition find(String name) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.invalid(
                        "name", "job-unknown", String.valueOf(name), all().stream().map(JobDefinition::name).toList()));
    }

    /**
     * The parameters, checked; that a contract exists is left to the caller.
     *
     * @throws BusinessRuleViolation {@code job-parameter-unknown}; {@code job-parameter-invalid}, also for a missing one
     */
    static JobParameters check(JobDefinition definition, Map<String, String> given, Instant now) {
        List<String> known = definition.parameters().stream().map(JobParameter::name).toList();
        for (String name : new TreeMap<>(given).keySet()) {
            if (!known.contains(name)) {
                throw BusinessRuleViolation.invalid(name, "job-parameter-unknown", name, known);
            }
        }
        Map<String, String> values = new TreeMap<>();
        for (JobParameter parameter : definition.parameters()) {
            String value = given.get(parameter.name());
            if (value == null && parameter.required()) {
                throw parameter.invalid("");
            }
            if (value != null) {
                parameter.check(value.strip(), now);
                values.put(parameter.name(), value.strip());
            }
        }
        return new JobParameters(values);
    }
}
