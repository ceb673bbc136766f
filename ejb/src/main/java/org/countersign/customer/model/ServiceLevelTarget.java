package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.countersign.kernel.DomainEntity;

/** What a contract promises for one priority, in minutes of service time. */
@Entity
@Table(name = "service_level_target")
public class ServiceLevelTarget extends DomainEntity {

    @Column(name = "contract_id")
    private long contractId;

    private String priority;

    @Column(name = "response_minutes")
    private int responseMinutes;

    @Column(name = "resolution_minutes")
    private int resolutionMinutes;

    protected ServiceLevelTarget() {}

    public ServiceLevelTarget(long contractId, String priority, int responseMinutes, int resolutionMinutes) {
        this.contractId = contractId;
        this.priority = priority;
        this.responseMinutes = responseMinutes;
        this.resolutionMinutes = resolutionMinutes;
    }

    public String priority() {
        return priority;
    }

    public int responseMinutes() {
        return responseMinutes;
    }

    public int resolutionMinutes() {
        return resolutionMinutes;
    }
}
