package org.countersign.customer.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Input;

/** One level of an agreement's document, read member by member; what does not fit is refused with its place, e.g. {@code targets[2].kinds}. */
final class AgreementForm {

    /** Longer than any list or text of an agreement has reason to be. */
    private static final int MOST_ENTRIES = 200;

    private static final Pattern SERVICE_TIME = Pattern.compile("PT(?=[0-9])([0-9]{1,5}H)?([0-9]{1,5}M)?");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");

    private final Map<?, ?> members;
    private final String place;

    private AgreementForm(Map<?, ?> members, String place) {
        this.members = members;
        this.place = place;
    }

    /** The whole document. */
    static AgreementForm document(Object value, String... known) {
        return of(value, "", known);
    }

    private static AgreementForm of(Object value, String place, String... known) {
        if (!(value instanceof Map<?, ?> map)) {
            throw BusinessRuleViolation.invalid(place.isEmpty() ? "agreement" : place, "agreement-members-expected", Arrays.asList(known));
        }
        AgreementForm form = new AgreementForm(map, place);
        for (Object member : map.keySet()) {
            if (!Arrays.asList(known).contains(member)) {
                throw BusinessRuleViolation.invalid(form.at(String.valueOf(member)), "agreement-member-unknown", member, Arrays.asList(known));
            }
        }
        return form;
    }

    /** Where in the document a member stands. */
    String at(String member) {
        return place.isEmpty() ? member : place + "." + member;
    }

    String place() {
        return place;
    }

    AgreementForm form(String member, String... known) {
        return of(required(member), at(member), known);
    }

    Optional<AgreementForm> optionalForm(String member, String... known) {
        return optional(member).map(value -> of(value, at(member), known));
    }

    /** A list of levels. */
    List<AgreementForm> forms(String member, String... known) {
        List<AgreementForm> forms = new ArrayList<>();
        List<?> list = list(member);
        for (int i = 0; i < list.size(); i++) {
            forms.add(of(list.get(i), at(member) + "[" + i + "]", known));
        }
        return forms;
    }

    /** Of the words in {@code known}, each at most once; empty when the member is left out. */
    List<String> words(String member, List<String> known) {
        List<String> words = new ArrayList<>();
        List<?> list = list(member);
        for (int i = 0; i < list.size(); i++) {
            String word = word(list.get(i), at(member) + "[" + i + "]", known);
            if (!words.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    /** Names, each once, whatever capitals stand in it; empty when the member is left out. */
    List<String> lines(String member, int maximum) {
        List<String> lines = new ArrayList<>();
        List<?> list = list(member);
        for (int i = 0; i < list.size(); i++) {
            String place = at(member) + "[" + i + "]";
            if (list.get(i) == null || list.get(i) instanceof Map || list.get(i) instanceof List) {
                throw BusinessRuleViolation.invalid(place, "agreement-text-expected");
            }
            String line = Input.line(place, String.valueOf(list.get(i)), maximum);
            if (lines.stream().anyMatch(line::equalsIgnoreCase)) {
                throw BusinessRuleViolation.invalid(place, "agreement-name-twice", line);
            }
            lines.add(line);
        }
        return lines;
    }

    /** Values by the words of {@code keys}. */
    <T> Map<String, T> byWord(String member, List<String> keys, Function<AgreementForm, T> value, String... known) {
        AgreementForm all = form(member, keys.toArray(String[]::new));
        Map<String, T> values = new LinkedHashMap<>();
        for (String key : keys) {
            all.optionalForm(key, known).ifPresent(form -> values.put(key, value.apply(form)));
        }
        return values;
    }

    String word(String member, List<String> known) {
        return word(required(member), at(member), known);
    }

    <E extends Enum<E>> E constant(String member, Class<E> type) {
        return Enum.valueOf(type, word(member, names(type)));
    }

    static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    boolean has(String member) {
        return optional(member).isPresent();
    }

    String code(String member) {
        return Input.code(at(member), text(member));
    }

    String language(String member) {
        return Input.language(at(member), text(member));
    }

    String line(String member, int maximum) {
        return Input.line(at(member), text(member), maximum);
    }

    boolean flag(String member, boolean otherwise) {
        Object value = optional(member).orElse(otherwise);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw BusinessRuleViolation.invalid(at(member), "agreement-value-unknown", String.valueOf(value), "true, false");
    }

    /** A whole number between two others, both included. */
    int whole(String member, int least, int most) {
        Object value = required(member);
        String text = String.valueOf(value);
        if (!(value instanceof Number) || !text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw BusinessRuleViolation.invalid(at(member), "agreement-number-out-of-range", least, most, text);
        }
        return Integer.parseInt(text);
    }

    LocalDate date(String member) {
        try {
            return LocalDate.parse(text(member)).with(Input::inFourDigits);
        } catch (DateTimeException e) {
            throw BusinessRuleViolation.invalid(at(member), "agreement-date-malformed", text(member));
        }
    }

    /** Service time in hours and minutes; days are refused, since they would not say whether they mean 24 hours or a day of service. */
    Optional<Duration> serviceTime(String member) {
        return optional(member).map(value -> {
            String text = String.valueOf(value);
            if (!SERVICE_TIME.matcher(text).matches()) {
                throw BusinessRuleViolation.invalid(at(member), "agreement-duration-malformed", text);
            }
            Duration duration = Duration.parse(text);
            if (duration.isZero()) {
                throw BusinessRuleViolation.invalid(at(member), "agreement-duration-malformed", text);
            }
            return duration;
        });
    }

    /** A number that is not negative, with or without decimals, written plainly. */
    BigDecimal number(String member) {
        String text = text(member);
        // YAML makes a fraction of what has a point, and a large one writes itself with an exponent.
        String plain = required(member) instanceof Double fraction && Double.isFinite(fraction)
                ? BigDecimal.valueOf(fraction).toPlainString()
                : text;
        if (!NUMBER.matcher(plain).matches()) {
            throw BusinessRuleViolation.invalid(at(member), "agreement-number-malformed", text);
        }
        return new BigDecimal(plain);
    }

    /**
     * An amount of money above nothing.
     *
     * @param digits decimals that the currency has
     */
    BigDecimal money(String member, int digits) {
        BigDecimal amount = number(member);
        if (amount.signum() == 0) {
            throw BusinessRuleViolation.invalid(at(member), "agreement-number-malformed", amount.toPlainString());
        }
        if (amount.stripTrailingZeros().scale() > digits) {
            throw BusinessRuleViolation.invalid(at(member), "penalty-amount-too-fine", amount.toPlainString(), digits);
        }
        return amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    private String text(String member) {
        Object value = required(member);
        if (value instanceof Map || value instanceof List) {
            throw BusinessRuleViolation.invalid(at(member), "agreement-text-expected");
        }
        return String.valueOf(value);
    }

    private static String word(Object value, String place, List<String> known) {
        if (value instanceof String word && known.contains(word)) {
            return word;
        }
        throw BusinessRuleViolation.invalid(place, "agreement-value-unknown", String.valueOf(value), String.join(", ", known));
    }

    private List<?> list(String member) {
        Object value = optional(member).orElse(List.of());
        if (!(value instanceof List<?> list)) {
            throw BusinessRuleViolation.invalid(at(member), "agreement-list-expected");
        }
        if (list.size() > MOST_ENTRIES) {
            throw BusinessRuleViolation.invalid(at(member), "agreement-list-too-long", MOST_ENTRIES);
        }
        return list;
    }

    private Object required(String member) {
        return optional(member).orElseThrow(() -> BusinessRuleViolation.invalid(at(member), "required"));
    }

    private Optional<Object> optional(String member) {
        return Optional.ofNullable(members.get(member));
    }
}
