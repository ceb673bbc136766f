package org.countersign.web.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands in an address; what does not fit is ignored, so that an old bookmark still shows a page. */
public final class Parameters {

    private Parameters() {}

    /** The text of a parameter without blanks around it, or {@code null} when nothing is left. */
    public static String text(HttpServletRequest request, String name) {
        return text(request.getParameter(name));
    }

    /** The text without blanks around it, or {@code null} when nothing is left. */
    public static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A number, or nothing where none is given or it is none. */
    public static Optional<Long> number(HttpServletRequest request, String name) {
        return Optional.ofNullable(text(request, name)).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    /** The constant of that name, or nothing. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, HttpServletRequest request, String name) {
        return constant(type, request.getParameter(name));
    }

    /** The constant of that name, or nothing. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        if (name == null) {
            return Optional.empty();
        }
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(wanted)).findFirst();
    }
}
