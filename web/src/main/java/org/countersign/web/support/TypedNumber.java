package org.countersign.web.support;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people type them: with the decimal sign of their language, or a point. */
public final class TypedNumber {

    private TypedNumber() {}

    /** As it is entered; empty for nothing. */
    public static String written(BigDecimal number, Locale locale) {
        return number == null ? "" : number.toPlainString().replace('.', sign(locale));
    }

    /**
     * What was entered, written with a point; blanks between digits are left out. What is no number stays as it is, for whoever refuses it.
     *
     * @return {@code null} when nothing was entered
     */
    public static String plain(String text, Locale locale) {
        String typed = Parameters.text(text);
        if (typed == null) {
            return null;
        }
        String together = typed.matches("[0-9\\h.,]+") ? typed.replaceAll("\\h", "") : typed;
        // A text with both signs groups its thousands, and only the reader knows which is which.
        return together.indexOf('.') < 0 ? together.replace(sign(locale), '.') : together;
    }

    private static char sign(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }
}
