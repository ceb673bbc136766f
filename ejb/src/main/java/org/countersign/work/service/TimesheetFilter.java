package org.countersign.work.service;

import org.countersign.kernel.IsoWeek;
import org.countersign.work.model.TimesheetState;

/**
 * Which timesheets a list shows; everything may be {@code null} for "all".
 *
 * @param contract its code
 */
public record TimesheetFilter(IsoWeek week, String contract, TimesheetState state) {

    public static final TimesheetFilter ALL = new TimesheetFilter(null, null, null);
}
