package org.countersign.testing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.FirstResponseRule;
import org.countersign.customer.model.PriorityRule;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.TargetSet;
import org.countersign.customer.model.TargetStart;
import org.countersign.customer.model.TargetTimes;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceHours;

/** Agreements and terms for tests that need some. */
public final class SampleAgreement {

    /** Monday to Friday, 08:00 to 16:00 in Budapest. */
    public static final ServiceCalendar OFFICE_HOURS = ServiceCalendar.weekly(
            ZoneId.of("Europe/Budapest"),
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            ServiceHours.of("08:00", "16:00"));

    private SampleAgreement() {}

    /** With the usual matrix and pauses, and one set of targets from receipt on. */
    public static ServiceAgreement of(String calendar, Map<String, TargetTimes> priorities) {
        return new ServiceAgreement(
                calendar,
                "en",
                PriorityRule.USUAL,
                FirstResponseRule.USUAL,
                List.of(new TargetSet(List.of(), List.of(), List.of(), false, TargetStart.RECEIPT, Map.of(), priorities)),
                null,
                List.of());
    }

    /** An agreement with further clauses, in the form of the document. */
    public static ServiceAgreement with(ServiceAgreement agreement, Map<String, ?> clauses) {
        Map<String, Object> document = new LinkedHashMap<>(agreement.toMap());
        document.putAll(clauses);
        return ServiceAgreement.of(document);
    }

    /** P1 with a response in 60 and a resolution in 480 minutes, P2 with twice that, and so on. */
    public static Map<String, TargetTimes> hourly() {
        Map<String, TargetTimes> priorities = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            priorities.put(AgreementVocabulary.PRIORITIES.get(i), minutes(60 * (i + 1), 480 * (i + 1)));
        }
        return priorities;
    }

    public static TargetTimes minutes(int response, int resolution) {
        return new TargetTimes(Duration.ofMinutes(response), null, Duration.ofMinutes(resolution));
    }

    /** Terms of a contract DESK-T of one customer, in their first version. */
    public static ContractTerms terms(long contractId, ServiceCalendar calendar, ServiceAgreement agreement) {
        return terms(contractId, calendar, agreement, 1, 1);
    }

    public static ContractTerms terms(long contractId, ServiceCalendar calendar, ServiceAgreement agreement, int version, int revision) {
        return new ContractTerms(
                contractId, "DESK-T", "Test", 5, "Customer", calendar, revision, false, UnprovenMail.HOLD, "II", "4.0", version, agreement);
    }
}
