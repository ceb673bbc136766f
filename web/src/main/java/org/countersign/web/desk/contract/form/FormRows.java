package org.countersign.web.desk.contract.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A list of the agreement in the form: its rows are added, taken away, and found again by the place that a refusal names. */
public final class FormRows<R extends FormRow> {

    /** More than any contract has reason to have. */
    static final int MOST = 100;

    private final String member;
    private final Pattern entry;
    private final Function<Integer, R> empty;
    private final List<R> rows = new ArrayList<>();
    private boolean changed;

    /**
     * @param member the list's place in the document, e.g. {@code penalties.clauses}
     * @param said its entries in the version that the form starts from
     * @param shown how many rows the form had that was sent; {@code null} when it is opened
     * @param row the row at a place for an entry, or for {@code null} when it is added
     */
    <S> FormRows(String member, List<S> said, Long shown, BiFunction<Integer, S, R> row) {
        this.member = member;
        entry = Pattern.compile(Pattern.quote(member) + "\\[([0-9]{1,3})](?:\\.(.+))?");
        empty = place -> row.apply(place, null);
        int count = shown == null ? said.size() : (int) Math.min(shown, Math.max(MOST, said.size()));
        for (int i = 0; i < count; i++) {
            rows.add(row.apply(i, i < said.size() ? said.get(i) : null));
            if (i < said.size()) {
                rows.get(i).settle();
            }
        }
    }

    public List<R> getRows() {
        return rows;
    }

    /** As the form says it when it is sent. */
    public int getSize() {
        return rows.size();
    }

    /** Whether no further row can be added. */
    public boolean isFull() {
        return rows.size() >= MOST;
    }

    /** Another row at the end; what is entered stays. */
    public void add() {
        if (!isFull()) {
            rows.add(empty.apply(rows.size()));
        }
        changed = true;
    }

    /** Takes a row away; what is entered in the others moves up. */
    public void remove(R row) {
        rows.remove(row);
        IntStream.range(0, rows.size()).forEach(i -> rows.get(i).moveTo(i));
        changed = true;
    }

    /** Whether rows were added or taken away. */
    boolean isChanged() {
        return changed;
    }

    List<FormInput> malformed() {
        return rows.stream().flatMap(row -> row.malformed().stream()).toList();
    }

    List<Map<String, Object>> toList() {
        return rows.stream().map(FormRow::toMap).toList();
    }

    /** The input of a place in the document, e.g. {@code escalation[1].then.manager}; that of the first row for the list itself. */
    Optional<FormInput> at(String place) {
        if (place.equals(member)) {
            return rows.stream().findFirst().map(row -> row.at(""));
        }
        Matcher matcher = entry.matcher(place);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) >= rows.size()) {
            return Optional.empty();
        }
        return Optional.of(rows.get(Integer.parseInt(matcher.group(1))).at(matcher.group(2) == null ? "" : matcher.group(2)));
    }
}
