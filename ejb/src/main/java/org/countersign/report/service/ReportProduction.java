package org.countersign.report.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ReportRecipient;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.report.model.ReportLanguages;
import org.countersign.report.model.ReportPeriod;
import org.countersign.report.model.ReportPrinter;
import org.countersign.report.model.ServiceReportProduced;
import org.countersign.report.model.StoredReport;
import org.countersign.report.model.StoredReports;

/** Makes and keeps the service reports of a month (M132–M134). */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class ReportProduction {

    @Inject
    private ServiceReportGathering gathering;

    @Inject
    private ReportPrinter printer;

    @Inject
    private StoredReports reports;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Makes the report of a contract's month in the contract's language and in every language of a stakeholder. A run makes it once,
     * however often it asks; another run makes the month's next revision. A month that is still running is cut off now.
     *
     * @param runId names the run, at most 200 characters
     * @throws BusinessRuleViolation {@code month-not-begun}; {@code not-found} for an unknown contract
     */
    public ProducedReport produce(long contractId, YearMonth month, String runId) {
        ContractTerms contract = customers.contract(contractId);
        List<StoredReport> made = reports.ofRun(contractId, month, runId);
        if (!made.isEmpty()) {
            return result(contract, made, true);
        }
        ReportPeriod period = ReportPeriod.of(month, contract.calendar().zone(), clock.instant());
        int revision = reports.lastRevision(contractId, month) + 1;
        for (String language : languages(contract)) {
            byte[] pdf = printer.print(gathering.gather(contractId, month, language));
            StoredReport report = new StoredReport(contractId, period, revision, language, pdf, clock.instant(), runId);
            reports.add(report);
            made.add(report);
        }
        ProducedReport produced = result(contract, made, false);
        made.forEach(report -> events.fire(new ServiceReportProduced(
                contractId, report.id(), month, revision, report.language(), report.sha256(), report.cutOffAt())));
        return produced;
    }

    private Set<String> languages(ContractTerms contract) {
        Set<String> languages = new LinkedHashSet<>();
        languages.add(ReportLanguages.forReader(contract.language()));
        customers.stakeholders(contract.id()).stream()
                .map(ReportRecipient::language)
                .map(ReportLanguages::forReader)
                .forEach(languages::add);
        return languages;
    }

    private static ProducedReport result(ContractTerms contract, List<StoredReport> made, boolean before) {
        StoredReport first = made.get(0);
        List<ProducedReport.Document> documents = new ArrayList<>();
        for (StoredReport report : made) {
            documents.add(new ProducedReport.Document(report.id(), report.language(), report.sha256()));
        }
        return new ProducedReport(
                contract.code(), first.month(), first.revision(), first.cutOffAt(), before, List.copyOf(documents));
    }
}
