package org.countersign.rota.model;

import java.time.Instant;
import java.util.List;

/** Writes duties as a calendar that programs of people read. */
public interface DutyCalendarWriter {

    /**
     * One duty.
     *
     * @param id the same for the same duty for ever, also when its end or part changes
     * @param sequence grows with each such change
     * @param changedAt when it last changed
     */
    record Entry(String id, int sequence, Instant from, Instant until, boolean backup, String rota, Instant changedAt) {}

    /**
     * The calendar, as iCalendar (RFC 5545).
     *
     * @param language of the texts in it
     */
    String write(String language, List<Entry> entries);
}
