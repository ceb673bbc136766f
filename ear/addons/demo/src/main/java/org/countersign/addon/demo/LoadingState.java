package org.countersign.addon.demo;

import jakarta.enterprise.context.ApplicationScoped;

/** How far the demo has come since this start. */
@ApplicationScoped
public class LoadingState {

    private volatile boolean loaded;
    private volatile String problem;

    public void loaded() {
        loaded = true;
    }

    public void failed(String reason) {
        problem = reason;
    }

    public boolean isLoaded() {
        return loaded;
    }

    /** Why the demo cannot be loaded, or {@code null}. */
    public String problem() {
        return problem;
    }
}
