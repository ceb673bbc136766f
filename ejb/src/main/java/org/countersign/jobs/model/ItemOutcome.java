package org.countersign.jobs.model;

/**
 * What came of an item.
 *
 * @param state {@code DONE}, {@code SKIPPED} or {@code FAILED}
 * @param text a short stable phrase for the record, e.g. {@code CREATED}, or {@code null}
 * @param link where the result is, relative to the API's base, e.g. {@code timesheets/1051}, or {@code null}
 */
public record ItemOutcome(JobItemState state, String text, String link) {

    public static final int TEXT = 1_000;

    public ItemOutcome {
        if (state == null || state == JobItemState.PENDING) {
            throw new IllegalArgumentException("An outcome is not " + state);
        }
        if (text != null && text.length() > TEXT) {
            text = text.substring(0, TEXT);
        }
    }

    public static ItemOutcome done(String text, String link) {
        return new ItemOutcome(JobItemState.DONE, text, link);
    }

    public static ItemOutcome skipped(String text) {
        return new ItemOutcome(JobItemState.SKIPPED, text, null);
    }

    public static ItemOutcome failed(String text) {
        return new ItemOutcome(JobItemState.FAILED, text, null);
    }
}
