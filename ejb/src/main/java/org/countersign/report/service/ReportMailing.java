package org.countersign.report.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ReportRecipient;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.Links;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailRequest.Attachment;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.service.MailSender;
import org.countersign.report.model.ReportLanguages;
import org.countersign.report.model.ServiceReportProduced;
import org.countersign.report.model.StoredReport;
import org.countersign.report.model.StoredReports;

/** Queues a new report for the stakeholders of its contract (M134), each in the own language, in the transaction that stored it. */
@ApplicationScoped
public class ReportMailing {

    private static final Logger LOG = Logger.getLogger(ReportMailing.class.getName());

    @Inject
    private StoredReports reports;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private MailSender mail;

    void produced(@Observes ServiceReportProduced event) {
        StoredReport report = reports.byId(event.reportId()).orElseThrow();
        ContractTerms contract = customers.contract(report.contractId());
        for (ReportRecipient stakeholder : customers.stakeholders(report.contractId())) {
            if (ReportLanguages.forReader(stakeholder.language()).equals(report.language())) {
                recipient(stakeholder, contract).ifPresent(recipient -> mail.queue(request(report, contract, recipient)));
            }
        }
    }

    private static MailRequest request(StoredReport report, ContractTerms contract, Recipient recipient) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("contract", contract.name());
        facts.put("period", report.month().toString());
        facts.put("link", Links.reports());
        return MailRequest.of(MailTemplate.SERVICE_REPORT, recipient, facts)
                .under(contract.id())
                .with(new Attachment(
                        ReportDocument.fileName(contract.code(), report.month(), report.revision(), report.language()),
                        ReportDocument.PDF,
                        report.content()))
                .once("service-report:" + report.id());
    }

    /** One wrong address in the contract must not keep the report from everybody else. */
    private static Optional<Recipient> recipient(ReportRecipient stakeholder, ContractTerms contract) {
        try {
            return Optional.of(Recipient.of(
                    stakeholder.name(), stakeholder.email(), stakeholder.language(), contract.calendar().zone().getId()));
        } catch (BusinessRuleViolation wrongAddress) {
            LOG.warning(() -> "A stakeholder of contract " + contract.code() + " gets no report: " + wrongAddress.getMessage());
            return Optional.empty();
        }
    }
}
