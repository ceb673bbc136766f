package org.countersign.work.service;

import java.time.Instant;
import org.countersign.kernel.IsoWeek;
import org.countersign.work.model.TimesheetState;

/**
 * A timesheet in a list.
 *
 * @param contract the contract's code
 * @param totalMinutes work and travel, after corrections
 * @param cutOffAt when the week was cut while it still ran, else {@code null}
 * @param revision the entity tag
 */
public record TimesheetRow(
        long id,
        long contractId,
        String contract,
        String contractName,
        String organisation,
        IsoWeek week,
        TimesheetState state,
        int lines,
        int openDisputes,
        long totalMinutes,
        Instant preparedAt,
        Instant cutOffAt,
        long revision) {

    public TimesheetRow(
            Long id,
            long contractId,
            String contract,
            String contractName,
            String organisation,
            String week,
            TimesheetState state,
            int lines,
            int openDisputes,
            long totalMinutes,
            Instant preparedAt,
            Instant cutOffAt,
            long revision) {
        this(
                id.longValue(),
                contractId,
                contract,
                contractName,
                organisation,
                IsoWeek.parse(week),
                state,
                lines,
                openDisputes,
                totalMinutes,
                preparedAt,
                cutOffAt,
                revision);
    }
}
