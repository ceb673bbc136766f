package org.countersign.web.support;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people type them: with a point or a comma before the decimals. */
public final class TypedNumber {

    /** Digits in groups of three, with one of the signs between. */
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([.,][0-9]{3})+");

    /** After a text that may be one of two numbers, so that it is none. */
    private static final char NO_NUMBER = '\u00a0';

    private TypedNumber() {}

    /** As it is entered; empty for nothing. */
    public static String written(BigDecimal number, Locale locale) {
        return number == null ? "" : number.toPlainString().replace('.', sign(locale));
    }

    /**
     * What was entered, written with a point; blanks between digits are left out. What is no number, or may be one of two, such
     * as 12.000 where the comma is the decimal sign, stays as it is and is no number, for whoever refuses it.
     *
     * @return {@code null} when nothing was entered
     */
    public static String plain(String text, Locale locale) {
        String typed = Parameters.text(text);
        if (typed == null) {
            return null;
        }
        String together = typed.matches("[0-9\\h.,]+") ? typed.replaceAll("\\h", "") : typed;
        if (together.indexOf(sign(locale)) < 0 && GROUPED.matcher(together).matches()) {
            return typed + NO_NUMBER;
        }
        // A text with both signs groups its thousands, and only the reader knows which is which.
        return together.indexOf('.') < 0 ? together.replace(',', '.') : together;
    }

    private static char sign(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }
}
