package org.countersign.kernel;

import java.util.Locale;

/** Whether this server is somebody's production or a demonstration; written into the database at its first start and never changed. */
public enum InstallationKind {
    DEMO,
    PRODUCTION;

    /**
     * From {@code COUNTERSIGN_INSTALLATION}, production unless it says otherwise.
     *
     * @throws IllegalArgumentException when the setting is neither
     */
    public static InstallationKind configured() {
        String text = Settings.text("countersign.installation", PRODUCTION.name());
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("COUNTERSIGN_INSTALLATION must be DEMO or PRODUCTION, not: " + text, e);
        }
    }
}
