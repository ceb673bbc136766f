package org.countersign.kernel;

import java.net.URI;

/** The name of this installation among others, by which it knows its own mail again. */
public final class InstallationName {

    private InstallationName() {}

    /** {@code countersign.mail.installation}, or else host and port of {@code countersign.url}. */
    public static String configured() {
        return Settings.text(
                "countersign.mail.installation",
                URI.create(Settings.text("countersign.url", "http://localhost:8080")).getAuthority());
    }
}
