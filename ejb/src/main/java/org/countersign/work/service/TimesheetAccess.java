package org.countersign.work.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.countersign.identity.model.Caller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.work.model.Timesheet;
import org.countersign.work.model.Timesheets;

/** Finds the sheet a call is about, for callers who may know of it. */
@ApplicationScoped
class TimesheetAccess {

    @Inject
    private Timesheets timesheets;

    /** @throws BusinessRuleViolation {@code not-found} when there is none, or it is another organisation's: the same answer */
    Timesheet find(long id, Caller caller) {
        return visible(timesheets.byId(id), id, caller);
    }

    /**
     * The sheet, locked, if it is still the revision that the caller saw.
     *
     * @throws BusinessRuleViolation {@code changed-meanwhile}; {@code not-found}
     */
    Timesheet lock(long id, Caller caller, Long expectedRevision) {
        Timesheet sheet = visible(timesheets.lock(id), id, caller);
        if (expectedRevision != null && expectedRevision != sheet.revision()) {
            throw BusinessRuleViolation.stale("timesheet");
        }
        return sheet;
    }

    private static Timesheet visible(Optional<Timesheet> sheet, long id, Caller caller) {
        return sheet.filter(found -> !caller.isContact() || found.organisationId() == caller.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.notFound("timesheet", id));
    }
}
