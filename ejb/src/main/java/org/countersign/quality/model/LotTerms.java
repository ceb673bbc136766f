package org.countersign.quality.model;

/**
 * What a contract says about the inspection of its closed work.
 *
 * @param contractId the contract, whose work is one process and one series of lots
 */
public record LotTerms(long contractId, InspectionLevel level, Aql aql, SamplingScheme scheme) {

    /** The switching rules of the contract's series. */
    public SwitchingRules rules() {
        return new SwitchingRules(level, aql, scheme);
    }
}
