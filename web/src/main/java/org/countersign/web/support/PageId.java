package org.countersign.web.support;

import jakarta.servlet.http.HttpServletRequest;
import org.countersign.kernel.BusinessRuleViolation;

/** The id in a page's address. */
public final class PageId {

    private PageId() {}

    /**
     * The number under this name in the address.
     *
     * @param what kind of thing it is the id of
     * @throws BusinessRuleViolation {@code not-found} when there is none, or no number
     */
    public static long of(HttpServletRequest request, String name, String what) {
        String text = request.getParameter(name);
        try {
            return Long.parseLong(text == null ? "" : text.strip());
        } catch (NumberFormatException noNumber) {
            throw BusinessRuleViolation.notFound(what, text == null ? "" : text);
        }
    }
}
