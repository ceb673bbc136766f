package org.countersign.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that is read by key: the rows, and the opaque cursor from which the next page goes on.
 *
 * @param items the rows of this page, at most the limit asked for
 * @param next opaque cursor of the next page, or {@code null} when this is the last
 */
public record CursorPage<T>(List<T> items, String next) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAXIMUM_LIMIT = 500;

    /**
     * Cuts a page out of rows that were read one beyond the limit.
     *
     * @param rows up to {@code limit + 1} rows in list order
     * @param cursorOf makes the cursor that stands for a row
     */
    public static <T> CursorPage<T> of(List<T> rows, int limit, Function<T, String> cursorOf) {
        if (rows.size() <= limit) {
            return new CursorPage<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new CursorPage<>(items, cursorOf.apply(items.get(limit - 1)));
    }

    /**
     * A limit as asked for, or the default.
     *
     * @throws BusinessRuleViolation {@code limit-out-of-range} below 1 or above {@value #MAXIMUM_LIMIT}
     */
    public static int limit(Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAXIMUM_LIMIT) {
            throw BusinessRuleViolation.invalid("limit", "limit-out-of-range", 1, MAXIMUM_LIMIT);
        }
        return asked;
    }
}
