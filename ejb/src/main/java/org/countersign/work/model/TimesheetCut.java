package org.countersign.work.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.countersign.kernel.IsoWeek;

/** That the week of a contract was cut, whether or not there was anything to put on a sheet. */
@Entity
@Table(name = "timesheet_cut")
@IdClass(TimesheetCut.Key.class)
public class TimesheetCut {

    @Id
    @Column(name = "contract_id")
    private long contractId;

    @Id
    private String week;

    @Column(name = "cut_at")
    private Instant cutAt;

    protected TimesheetCut() {}

    public TimesheetCut(long contractId, IsoWeek week, Instant cutAt) {
        this.contractId = contractId;
        this.week = week.toString();
        this.cutAt = cutAt;
    }

    public Instant cutAt() {
        return cutAt;
    }

    /** The pair that identifies it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long contractId;
        private String week;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.contractId == contractId && Objects.equals(key.week, week);
        }

        @Override
        public int hashCode() {
            return Objects.hash(contractId, week);
        }
    }
}
