package org.countersign.web.support;

import jakarta.faces.context.FacesContext;
import java.util.Locale;
import org.countersign.kernel.Texts;

/** Functions of the tag library for texts. */
public final class TextFunctions {

    private TextFunctions() {}

    public static String text1(String key, Object argument) {
        return ScreenTexts.of(locale(), key, argument);
    }

    public static String text2(String key, Object first, Object second) {
        return ScreenTexts.of(locale(), key, first, second);
    }

    public static String name(Enum<?> constant) {
        return constant == null ? "" : Texts.of(locale(), constant);
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
