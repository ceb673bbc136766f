package org.countersign.customer.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * Who works which support level (M19, M23):
 *
 * <pre>{@code
 * levels: {L2: CUSTOMER}                 # the customer's own staff is the second level
 * levels: {L1: CUSTOMER, L3: PROVIDER}   # the customer's help desk comes first; reports enter at L2
 * }</pre>
 *
 * A level that is left out is the provider's.
 *
 * @param ofCustomer levels that the customer's own staff works
 */
public record SupportLevels(List<SupportLevel> ofCustomer) {

    /** All of them are the provider's. */
    public static final SupportLevels USUAL = new SupportLevels(List.of());

    private static final List<SupportLevel> LEVELS = List.of(SupportLevel.L1, SupportLevel.L2, SupportLevel.L3);

    static final String[] MEMBERS = LEVELS.stream().map(Enum::name).toArray(String[]::new);

    private static final String CUSTOMER = "CUSTOMER";
    private static final List<String> WORKERS = List.of("PROVIDER", CUSTOMER);

    public SupportLevels {
        ofCustomer = List.copyOf(ofCustomer);
    }

    static SupportLevels of(AgreementForm form) {
        List<SupportLevel> ofCustomer = new ArrayList<>();
        for (SupportLevel level : LEVELS) {
            if (form.has(level.name()) && form.word(level.name(), WORKERS).equals(CUSTOMER)) {
                ofCustomer.add(level);
            }
        }
        if (ofCustomer.size() == LEVELS.size()) {
            throw BusinessRuleViolation.invalid(form.place(), "levels-without-provider");
        }
        return new SupportLevels(ofCustomer);
    }

    public boolean isOfCustomer(SupportLevel level) {
        return ofCustomer.contains(level);
    }

    /** Where reports enter: the lowest level that is the provider's. */
    public SupportLevel entry() {
        return LEVELS.stream().filter(level -> !isOfCustomer(level)).findFirst().orElseThrow();
    }

    /** Where a level of the customer hands back to: the next lower one of the provider, at least where reports enter. */
    public SupportLevel handsBackTo(SupportLevel level) {
        return LEVELS.stream()
                .filter(lower -> lower.compareTo(level) < 0 && !isOfCustomer(lower))
                .reduce((one, higher) -> higher)
                .orElseGet(this::entry);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        LEVELS.forEach(level -> map.put(level.name(), isOfCustomer(level) ? CUSTOMER : WORKERS.get(0)));
        return map;
    }
}
