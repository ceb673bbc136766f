package org.countersign.rest.work;

import java.time.Instant;
import org.countersign.rest.support.Query;
import org.countersign.work.model.Activity;
import org.countersign.work.service.BookWork;

/** Work done: either {@code minutes} or {@code end}; travel only against an approved visit of the same ticket. */
public record WorkForm(
        Instant start, Instant end, Integer minutes, String activity, Integer travelMinutes, Long onSiteVisit, String note) {

    BookWork command() {
        return new BookWork(
                start, minutes, end, Query.constant(Activity.class, "activity", activity), travelMinutes, onSiteVisit, note);
    }
}
