package org.countersign.customer.model;

import org.countersign.serviceclock.model.ServiceCalendar;

/** What one version of a contract says, with the hours of its calendar as they were known at a moment. Neither ever changes. */
public record AgreedThen(ServiceAgreement agreement, ServiceCalendar calendar) {}
