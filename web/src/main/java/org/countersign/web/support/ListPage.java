package org.countersign.web.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.countersign.kernel.CursorPage;

/**
 * One page of a list as it is shown: its rows, and the addresses at which the list goes on and begins. Where it goes on from stands in the
 * address that was asked for.
 *
 * @param next where the list goes on, or {@code null} on its last page
 * @param first where the list begins, or {@code null} on its first page
 */
public record ListPage<T>(List<T> rows, String next, String first) {

    /** The parameter in which lists have their place. */
    public static final String AFTER = "after";

    /**
     * Reads the page that was asked for.
     *
     * @param address of the list, without a place in it
     * @param list reads the page after a cursor, which is {@code null} for the first
     */
    public static <T> ListPage<T> read(HttpServletRequest request, Address address, Function<String, CursorPage<T>> list) {
        return read(request, AFTER, address, list);
    }

    /** As {@link #read(HttpServletRequest, Address, Function)}, for a second list of a page. */
    public static <T> ListPage<T> read(
            HttpServletRequest request, String parameter, Address address, Function<String, CursorPage<T>> list) {
        String after = Parameters.text(request, parameter);
        CursorPage<T> page = list.apply(after);
        String first = address.toString();
        return new ListPage<>(
                page.items(), page.next() == null ? null : address.with(parameter, page.next()).toString(), after == null ? null : first);
    }

    /** A list that is not shown at all. */
    public static <T> ListPage<T> none() {
        return new ListPage<>(List.of(), null, null);
    }
}
