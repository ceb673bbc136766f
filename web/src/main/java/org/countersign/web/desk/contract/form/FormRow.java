package org.countersign.web.desk.contract.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.web.support.ScreenTexts;

/** One entry of a list of the agreement in the form, with what was typed, so that nothing typed is lost by adding or removing others. */
public abstract class FormRow {

    private final String id;
    private final String title;
    private final Locale locale;
    private int place;

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
