package org.countersign.web.support;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What the next page has to say, over the redirect that follows a post. */
@SessionScoped
public class Notices implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * One sentence.
     *
     * @param kind {@code success} or {@code warning}
     */
    public record Notice(String kind, String text) implements Serializable {}

    private final ArrayList<Notice> waiting = new ArrayList<>();

    public synchronized void add(String kind, String text) {
        waiting.add(new Notice(kind, text));
    }

    /** What waits, which from now on waits no more. */
    public synchronized List<Notice> take() {
        List<Notice> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
