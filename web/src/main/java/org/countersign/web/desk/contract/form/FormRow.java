package org.countersign.web.desk.contract.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.ScreenTexts;

/** One entry of a list of the agreement in the form, with what was typed, so that nothing typed is lost by adding or removing others. */
public abstract class FormRow {

    private final String id;
    private final String title;
    private final Locale locale;
    private int place;
    private Object before;

    /**
     * @param id of the repetition on the page that shows the rows
     * @param title key of the text that names a row by its number
     * @param place among the rows
     */
    FormRow(String id, String title, int place, Locale locale) {
        this.id = id;
        this.title = title;
        this.place = place;
        this.locale = locale;
    }

    /** Takes what it says now for what was agreed before. */
    final void settle() {
        before = said();
    }

    /** What it says, to be compared. */
    Object said() {
        return toMap();
    }

    /** Whether it is new, or says something else than what was agreed. */
    public final boolean isTouched() {
        return before == null || !malformed().isEmpty() || !before.equals(said());
    }

    final void moveTo(int otherPlace) {
        place = otherPlace;
    }

    final Locale locale() {
        return locale;
    }

    /** As people count. */
    public final int getNumber() {
        return place + 1;
    }

    /** What it is called among the others. */
    public final String getHeading() {
        return ScreenTexts.of(locale, title, getNumber());
    }

    /** What tells it from the others, in words; empty or {@code null} where nothing does yet. */
    public abstract String getTitle();

    /** The two together. */
    public final String getCaption() {
        return Parameters.text(getTitle()) == null ? getHeading() : ScreenTexts.of(locale, "contract.place", getHeading(), getTitle());
    }

    /** Several facts in one line, those left out that there are none of. */
    static String inOneLine(String... facts) {
        return Stream.of(facts).filter(fact -> Parameters.text(fact) != null).collect(Collectors.joining(" – "));
    }

    /** An input of the row. */
    final FormInput input(String inputId, String label) {
        return new FormInput("terms:" + id + ":" + place + ":" + inputId, label);
    }

    /** An input of the row, named by the keys of texts after the row. */
    final FormInput labelled(String inputId, String... keys) {
        StringBuilder label = new StringBuilder(getHeading());
        for (String key : keys) {
            label.append(", ").append(ScreenTexts.of(locale, key));
        }
        return input(inputId, label.toString());
    }

    /** The inputs that hold nothing that can be put into the document. */
    List<FormInput> malformed() {
        return List.of();
    }

    /** The entry as the document has it. */
    abstract Map<String, Object> toMap();

    /** @param inside the place in the entry that a refusal names; empty for the entry itself */
    abstract FormInput at(String inside);
}
