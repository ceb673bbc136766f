package org.countersign.customer.model;

import org.countersign.serviceclock.model.ServiceCalendar;

/**
 * What one version of a contract says, with the hours of its calendar as they were known at a moment. None of it ever changes.
 *
 * @param code of the contract
 */
public record AgreedThen(String code, ServiceAgreement agreement, ServiceCalendar calendar) {}
