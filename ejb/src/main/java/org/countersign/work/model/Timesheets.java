package org.countersign.work.model;

import java.util.List;
import java.util.Optional;
import org.countersign.kernel.IsoWeek;

/** All timesheets. */
public interface Timesheets {

    /** Adds a sheet, which has its id then. */
    void add(Timesheet sheet);

    void addLines(List<TimesheetLine> lines);

    void add(TimesheetCut cut);

    void add(TimesheetDispute dispute);

    void add(TimesheetSettlement settlement);

    void add(List<LineConfirmation> confirmations);

    void add(TimesheetSeal seal);

    Optional<Timesheet> ofWeek(long contractId, IsoWeek week);

    Optional<Timesheet> byId(long id);

    /** The sheet, locked until the transaction ends. */
    Optional<Timesheet> lock(long id);

    TimesheetLines linesOf(long timesheetId);

    Optional<TimesheetSeal> sealOf(long timesheetId);

    /** Writes what changed so far, so that a conflict shows now. */
    void flush();
}
