package org.countersign.web.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Values of list filters as they stand in an address; what does not fit is ignored, so that an old bookmark still shows a list. */
public final class TicketFilters {

    private TicketFilters() {}

    /** The constant of that name, or nothing. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        if (name == null) {
            return Optional.empty();
        }
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(wanted)).findFirst();
    }

    /** The text without blanks around it, or {@code null} when nothing is left. */
    public static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
