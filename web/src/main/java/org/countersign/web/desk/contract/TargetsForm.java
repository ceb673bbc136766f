package org.countersign.web.desk.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TargetSet;

/** All sets of targets in the form. */
final class TargetsForm {

    /** More than any contract has reason to have. */
    private static final int MOST = 40;

    private static final Pattern PLACE =
            Pattern.compile("targets(?:\\[([0-9]{1,3})](?:\\.(?:priorities(?:\\.(P[1-5])\\.(response|update|resolution))?|[^.]+))?)?");

    private final Locale locale;
    private final List<TargetForm> sets = new ArrayList<>();

    /**
     * @param said the sets of the version that the form starts from
     * @param shown how many sets the form had that was sent; {@code null} when it is opened
     */
    TargetsForm(List<TargetSet> said, Long shown, Locale locale) {
        this.locale = locale;
        int count = shown == null ? said.size() : (int) Math.min(shown, Math.max(MOST, said.size()));
        for (int i = 0; i < count; i++) {
            sets.add(i < said.size() ? TargetForm.of(i, said.get(i), locale) : TargetForm.empty(i, locale));
        }
    }

    List<TargetForm> sets() {
        return sets;
    }

    boolean isFull() {
        return sets.size() >= MOST;
    }

    void add() {
        if (!isFull()) {
            sets.add(TargetForm.empty(sets.size(), locale));
        }
    }

    /** What is entered in the others moves up. */
    void remove(TargetForm set) {
        sets.remove(set);
        for (int i = 0; i < sets.size(); i++) {
            sets.set(i, sets.get(i).at(i));
        }
    }

    List<FormInput> malformed() {
        return sets.stream().flatMap(set -> set.malformed().stream()).toList();
    }

    List<Map<String, Object>> toList() {
        return sets.stream().map(TargetForm::toMap).toList();
    }

    /** The input of a place in the document, e.g. {@code targets[2].priorities.P1.resolution}; that of the nearest level where it has none. */
    Optional<FormInput> at(String place) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches() || sets.isEmpty()) {
            return Optional.empty();
        }
        int number = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        if (number >= sets.size()) {
            return Optional.empty();
        }
        TargetForm set = sets.get(number);
        if (matcher.group(2) != null) {
            return Optional.of(set.time(matcher.group(2), ServiceTarget.valueOf(matcher.group(3).toUpperCase(Locale.ROOT))));
        }
        return Optional.of(place.endsWith(".priorities") ? set.missing() : set.tickets());
    }
}
