package org.countersign.vendor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import org.countersign.kernel.DomainEntity;
import org.countersign.ticket.model.Priority;

/** What a vendor promises for one priority. */
@Entity
@Table(name = "vendor_target")
public class VendorTarget extends DomainEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "vendor_id")
    private Vendor vendor;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Column(name = "response_minutes")
    private int responseMinutes;

    @Column(name = "resolution_minutes")
    private Integer resolutionMinutes;

    protected VendorTarget() {}

    VendorTarget(Vendor vendor, Priority priority) {
        this.vendor = vendor;
        this.priority = priority;
    }

    void promise(VendorTimes times) {
        responseMinutes = (int) times.response().toMinutes();
        resolutionMinutes = times.resolution() == null ? null : (int) times.resolution().toMinutes();
    }

    Priority priority() {
        return priority;
    }

    VendorTimes times() {
        return new VendorTimes(
                Duration.ofMinutes(responseMinutes), resolutionMinutes == null ? null : Duration.ofMinutes(resolutionMinutes));
    }
}
