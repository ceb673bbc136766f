package org.countersign.web.work;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What stands in an address. */
public final class Parameters {

    private Parameters() {}

    /** A number, or nothing where none is given or it is none. */
    public static Optional<Long> number(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null || !text.strip().matches("[0-9]{1,18}") ? Optional.empty() : Optional.of(Long.valueOf(text.strip()));
    }
}
