package org.countersign.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What differs from before, as the audit trail and the answers of the API say it: one line per member, {@code phone: – → +36 1 234 5678}. */
public final class Changes {

    private static final String NOTHING = "–";

    private final List<String> lines = new ArrayList<>();

    /** Notes a member, if it differs. */
    public Changes note(String member, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(member + ": " + Objects.requireNonNullElse(before, NOTHING) + " → " + Objects.requireNonNullElse(after, NOTHING));
        }
        return this;
    }

    /** The members that differ, in the order of {@code after}, which has every member that {@code before} has. */
    public static Changes between(Map<String, ?> before, Map<String, ?> after) {
        Changes changes = new Changes();
        after.forEach((member, now) -> changes.note(member, before.get(member), now));
        return changes;
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines, one under the other. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
