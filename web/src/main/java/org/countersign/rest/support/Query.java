package org.countersign.rest.support;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.Input;

/** Reads query parameters and shapes lists the same way for every resource. */
public final class Query {

    private Query() {}

    /**
     * An enum's constant by name, {@code null} for none.
     *
     * @throws BusinessRuleViolation {@code unknown-value}, naming the field and what it may be
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String field, String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.invalid(
                        field,
                        "unknown-value",
                        text,
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /**
     * An instant, {@code null} for none.
     *
     * @throws BusinessRuleViolation {@code wrong-type}
     */
    public static Instant instant(String field, String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).with(Input::inFourDigits).toInstant();
        } catch (DateTimeException e) {
            throw BusinessRuleViolation.invalid(field, "wrong-type", "RFC 3339 instant");
        }
    }

    /**
     * A date, {@code null} for none.
     *
     * @throws BusinessRuleViolation {@code wrong-type}
     */
    public static LocalDate date(String field, String text) {
        try {
            return text == null ? null : LocalDate.parse(text).with(Input::inFourDigits);
        } catch (DateTimeException e) {
            throw BusinessRuleViolation.invalid(field, "wrong-type", "YYYY-MM-DD");
        }
    }

    /**
     * {@code true} or {@code false}, {@code null} for none.
     *
     * @throws BusinessRuleViolation {@code unknown-value}
     */
    public static Boolean flag(String field, String text) {
        if (text == null) {
            return null;
        }
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw BusinessRuleViolation.invalid(field, "unknown-value", text, "true, false");
        };
    }

    /** A page as lists answer: {@code items} and {@code next}. */
    public static <T> Map<String, Object> page(CursorPage<T> page, Function<T, ?> item) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items().stream().map(item).toList());
        answer.put("next", page.next());
        return answer;
    }
}
