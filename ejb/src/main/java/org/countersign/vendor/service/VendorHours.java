package org.countersign.vendor.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.countersign.customer.model.CustomerEvent.CalendarRecorded;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.vendor.model.VendorCases;

/** The service hours of vendors. Running cases follow a calendar that is recorded anew, in the same transaction. */
@ApplicationScoped
public class VendorHours {

    @Inject
    private CustomerDirectory customers;

    @Inject
    private VendorCases cases;

    ServiceCalendar of(String calendar) {
        return customers.findCalendar(calendar).orElseThrow(() -> BusinessRuleViolation.notFound("calendar", calendar));
    }

    void recorded(@Observes CalendarRecorded event) {
        cases.running(event.code()).forEach(running -> running.follow(of(event.code())));
    }
}
