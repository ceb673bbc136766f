package org.countersign.customer.model;

import java.util.List;
import java.util.Optional;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * The environments that reports may be about (M26):
 *
 * <pre>{@code
 * environments: [Production, Preproduction]
 * }</pre>
 *
 * Where none are listed, a report names its environment freely.
 *
 * @param names as the contract writes them
 */
public record Environments(List<String> names) {

    /** A report names its environment freely. */
    public static final Environments ANY = new Environments(List.of());

    /** What the ticket keeps of a name. */
    private static final int LONGEST = 100;

    public Environments {
        names = List.copyOf(names);
    }

    /** @param form the agreement */
    static Environments of(AgreementForm form) {
        return new Environments(form.lines("environments", LONGEST));
    }

    /**
     * The name as the contract writes it.
     *
     * @param name as the report has it, however capitals stand in it, or {@code null}
     * @throws BusinessRuleViolation {@code environment-unknown}, with those that are listed
     */
    public String named(String name) {
        if (name == null || names.isEmpty()) {
            return name;
        }
        return find(name).orElseThrow(
                () -> BusinessRuleViolation.invalid("environment", "environment-unknown", name, String.join(", ", names)));
    }

    private Optional<String> find(String name) {
        return names.stream().filter(name.strip()::equalsIgnoreCase).findFirst();
    }
}
