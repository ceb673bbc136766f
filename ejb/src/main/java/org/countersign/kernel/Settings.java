package org.countersign.kernel;

import java.util.Locale;

/**
 * What an administrator sets: environment variables {@code COUNTERSIGN_…}, or system properties of the same meaning
 * ({@code countersign.smtp.host} for {@code COUNTERSIGN_SMTP_HOST}); the property wins. {@code docs/operations.md} lists them all.
 */
public final class Settings {

    private Settings() {}

    /** @param name in property form, e.g. {@code countersign.smtp.host} */
    public static String text(String name, String otherwise) {
        String property = System.getProperty(name);
        if (property != null && !property.isBlank()) {
            return property.trim();
        }
        String variable = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return variable == null || variable.isBlank() ? otherwise : variable.trim();
    }

    /** @throws IllegalArgumentException naming the setting when it is not a whole number */
    public static int number(String name, int otherwise) {
        String text = text(name, null);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The setting " + name + " must be a whole number, not: " + text, e);
        }
    }

    public static boolean flag(String name, boolean otherwise) {
        String text = text(name, null);
        return text == null ? otherwise : Boolean.parseBoolean(text);
    }
}
