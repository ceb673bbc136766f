package org.countersign.identity.model;

/** How the screens look for an account; {@link #SYSTEM} follows the browser. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
