package org.countersign.web.desk.contract.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.OutageCause;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;

class TermsFormTest {

    private final ServiceAgreement agreement = ServiceAgreement.of(everything());
    private final TermsForm form = form(agreement, Locale.ENGLISH);

    @Test
    void what_nobody_touches_stays_as_it_was_agreed() {
        assertThat(form.isChanged()).isFalse();
        assertThat(form.malformed()).isEmpty();
        assertThat(recorded(form)).isEqualTo(agreement);
        assertThat(recorded(form(agreement, new Locale("hu")))).as("with a comma in its numbers").isEqualTo(agreement);
    }

    @Test
    void an_agreement_about_the_least_gains_nothing_by_the_form() {
        ServiceAgreement least = ServiceAgreement.of(Map.of("calendar", "OFFICE", "language", "en", "targets", List.of(Map.of("priorities", everyPriority()))));
        assertThat(recorded(form(least, Locale.ENGLISH))).isEqualTo(least);
    }

    @Test
    void availability_and_what_is_owed_for_it_are_agreed_together() {
        ServiceForm portal = form.getServices().getRows().get(2);
        portal.setTarget("99.5");
        portal.getExcludes().get(0).setChosen(true);
        form.getCredits().getClauses().add();
        ClauseForm clause = form.getCredits().getClauses().getRows().get(2);
        clause.setCode("PORTAL");
        clause.setMeasure(PenaltyMeasure.AVAILABILITY);
        clause.setService("Portal");
        clause.getTiers().get(0).setBelow("99.5");
        clause.getTiers().get(0).getCredit().setNumber("100");
        clause.getTiers().get(0).getCredit().setUnit(Credit.Unit.AMOUNT);
        form.getCredits().getClauses().remove(form.getCredits().getClauses().getRows().get(0));
        assertThat(form.isChanged()).isTrue();
        assertThat(clause.getNumber()).isEqualTo(2);
        ServiceAgreement next = recorded(form);
        assertThat(next.availability()).hasSize(3).last().satisfies(target -> {
            assertThat(target.service()).isEqualTo("Portal");
            assertThat(target.target()).isEqualByComparingTo("99.5");
            assertThat(target.excludes()).containsExactly(OutageCause.AGREED_MAINTENANCE);
        });
        assertThat(next.penalties().clauses()).hasSize(2).last().satisfies(agreed -> {
            assertThat(agreed.code()).isEqualTo("PORTAL");
            assertThat(agreed.tiers().get(0).credit().amount()).isEqualByComparingTo("100");
        });
    }

    @Test
    void numbers_are_typed_as_the_reader_writes_them() {
        TermsForm hungarian = form(agreement, new Locale("hu"));
        assertThat(hungarian.getCredits().getFee()).isEqualTo("1234,50");
        hungarian.getCredits().setFee("12\u00a0345,60");
        assertThat(recorded(hungarian).penalties().base()).isEqualByComparingTo("12345.60");
        hungarian.getCredits().setFee("12345.60");
        assertThat(recorded(hungarian).penalties().base()).isEqualByComparingTo("12345.60");
        hungarian.getCredits().setFee("12.000");
        assertThat(refused(hungarian)).as("twelve, or twelve thousand").isEqualTo("terms:fee");
        hungarian.getCredits().setFee("12.345,60");
        assertThat(refused(hungarian)).isEqualTo("terms:fee");
        form.getCredits().setFee("12345,60");
        assertThat(recorded(form).penalties().base()).as("no thousands").isEqualByComparingTo("12345.60");
        form.getCredits().setFee("12,345");
        assertThat(refused(form)).as("thousands, or a third decimal").isEqualTo("terms:fee");
    }

    @Test
    void what_is_typed_for_service_credits_is_not_dropped_in_silence() {
        TermsForm least = form(ServiceAgreement.of(Map.of("calendar", "OFFICE", "language", "en", "targets", List.of(Map.of("priorities", everyPriority())))), Locale.ENGLISH);
        least.getCredits().setCurrency("EUR");
        assertThat(refused(least)).as("a currency of no fee").isEqualTo("terms:fee");
    }

    @Test
    void nothing_is_owed_any_more_once_fee_cap_and_clauses_are_gone() {
        form.getCredits().setFee("");
        form.getCredits().getCap().setNumber(" ");
        form.getCredits().getClauses().remove(form.getCredits().getClauses().getRows().get(0));
        assertThat(refused(form)).as("a clause without a fee").isEqualTo("terms:fee");
        form.getCredits().getClauses().remove(form.getCredits().getClauses().getRows().get(0));
        assertThat(recorded(form).penalties()).isNull();
    }

    @Test
    void every_refusal_is_shown_where_it_was_entered() {
        form.getServices().getRows().get(0).setTarget("101");
        assertThat(refused(form)).isEqualTo("terms:service:0:target");
        form.getServices().getRows().get(0).setTarget("99.9");
        form.getServices().getRows().get(2).setName("billing");
        assertThat(refused(form)).as("the same name twice").isEqualTo("terms:service:2:name");
        form.getServices().getRows().get(2).setName("Portal");
        ClauseForm uptime = form.getCredits().getClauses().getRows().get(1);
        uptime.getTiers().get(2).setBelow("99.95");
        uptime.getTiers().get(2).getCredit().setNumber("30");
        assertThat(refused(form)).as("tiers go down; the second row holds the second tier").isEqualTo("terms:clause:1:tier:2:below");
        uptime.getTiers().get(2).setBelow("");
        assertThat(refused(form)).isEqualTo("terms:clause:1:tier:2:below");
        uptime.getTiers().get(2).getCredit().setNumber("");
        uptime.getEach().setNumber("5");
        assertThat(refused(form)).as("either each breach or the month").isEqualTo("terms:clause:1:number");
        uptime.getEach().setNumber(null);
        uptime.getPriorities().get(0).setChosen(true);
        assertThat(refused(form)).isEqualTo("terms:clause:1:measure");
        uptime.getPriorities().get(0).setChosen(false);
        uptime.setService("Claims");
        assertThat(refused(form)).isEqualTo("terms:clause:1:service");
        uptime.setService("");
        form.getCredits().setCurrency("XXQ");
        assertThat(refused(form)).isEqualTo("terms:currency");
        form.getCredits().setCurrency("eur");
        form.getCredits().getCap().setNumber("130");
        assertThat(refused(form)).isEqualTo("terms:cap");
        form.getCredits().getCap().setNumber("30");
        form.getDemands().getRows().get(1).setService("Claims");
        assertThat(refused(form)).isEqualTo("terms:demand:1:service");
        form.getDemands().getRows().get(1).setService("");
        form.getDemands().getRows().get(1).setCertification("");
        assertThat(refused(form)).as("a demand of nothing").isEqualTo("terms:demand:1:skill");
        form.getDemands().getRows().get(1).setSkill("CLAIMS");
        form.getCategories().getRows().get(1).setDirect(true);
        form.getCategories().getRows().get(1).setLevel(null);
        assertThat(refused(form)).isEqualTo("terms:category:1:level");
        form.getCategories().getRows().get(1).setDirect(false);
        form.getReports().setEnvironments("Production\n\n production");
        assertThat(refused(form)).isEqualTo("terms:environments");
        form.getReports().setEnvironments("Production\n");
        form.getReports().setFacts("user, and more");
        assertThat(refused(form)).isEqualTo("terms:facts");
        form.getReports().setFacts("");
        form.getCustomerLevels().forEach(level -> level.setChosen(true));
        assertThat(refused(form)).as("nobody is left").isEqualTo("terms:customerLevel:0:chosen");
        form.getCustomerLevels().get(2).setChosen(false);
        form.getCategories().getRows().get(1).setLevel(null);
        form.getAccesses().add();
        assertThat(refused(form)).isEqualTo("terms:access:1:equipment");
        form.getAccesses().remove(form.getAccesses().getRows().get(1));
        assertThat(recorded(form).environments().names()).containsExactly("Production");
    }

    private static TermsForm form(ServiceAgreement said, Locale locale) {
        return new TermsForm(said, list -> null, locale);
    }

    private static ServiceAgreement recorded(TermsForm form) {
        return ServiceAgreement.of(form.toMap());
    }

    private static String refused(TermsForm form) {
        String place = catchThrowableOfType(BusinessRuleViolation.class, () -> recorded(form)).field();
        return form.at(place).orElseThrow(() -> new AssertionError("No input for " + place)).id();
    }

    private static Map<String, Object> everyPriority() {
        Map<String, Object> priorities = new LinkedHashMap<>();
        AgreementVocabulary.PRIORITIES.forEach(priority -> priorities.put(priority, Map.of("response", "PT1H", "resolution", "PT8H")));
        return priorities;
    }

    private static Map<String, Object> everything() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("calendar", "OFFICE");
        document.put("language", "en");
        document.put("priority", Map.of("wishMoves", true, "deskAssesses", true));
        document.put("firstResponse", Map.of("by", List.of("ACKNOWLEDGEMENT", "PUBLIC_MESSAGE"), "automaticMail", true));
        document.put("targets", List.of(
                Map.of("priorities", everyPriority()),
                Map.of("kinds", List.of("QUESTION"), "maintenance", true, "priorities", Map.of("P3", Map.of("response", "PT4H")))));
        document.put("maintenance", Map.of("goLive", "2026-03-01", "until", "2026-05-31"));
        document.put("services", List.of(
                Map.of("name", "Policy administration", "criticality", "CRITICAL"),
                Map.of("name", "Billing", "criticality", "LOW"),
                Map.of("name", "Portal", "criticality", "NORMAL")));
        document.put("skills", List.of(
                Map.of("service", "Billing", "skill", "CLAIMS", "level", "EXPERT"), Map.of("certification", "Claims Platform Engineer")));
        document.put("availability", List.of(
                Map.of("service", "Billing", "target", "98", "measured", "SERVICE_HOURS"),
                Map.of(
                        "service", "Policy administration",
                        "target", "99.9",
                        "measured", "ALWAYS",
                        "excludes", List.of("CUSTOMER_CAUSED", "FORCE_MAJEURE"))));
        document.put("penalties", Map.of(
                "currency", "EUR",
                "base", "1234.50",
                "rounding", "HALF_EVEN",
                "cap", Map.of("percent", "30"),
                "clauses", List.of(
                        Map.of("code", "RESPONSE-P1", "measure", "RESPONSE", "priorities", List.of("P1"), "perBreach", Map.of("amount", "100.00")),
                        Map.of("code", "UPTIME", "measure", "AVAILABILITY", "tiers", List.of(
                                Map.of("below", "99.9", "percent", "10"), Map.of("below", "99", "percent", "25"))))));
        document.put("queue", Map.of("order", "RECEIVED"));
        document.put("escalation", List.of(Map.of("rule", "NOBODY", "unassigned", "PT15M", "then", Map.of("callOut", true))));
        document.put("levels", Map.of("L2", "CUSTOMER"));
        document.put("environments", List.of("Production", "Preproduction"));
        document.put("remoteAccess", List.of(Map.of("equipment", "VPN client", "suppliedBy", "CUSTOMER", "note", "One account each")));
        document.put("categories", List.of(
                Map.of("category", "ACCESS", "title", "Access problems", "level", "L1", "kinds", List.of("INCIDENT")),
                Map.of("category", "BUG", "title", "Bugs", "level", "L3", "direct", true),
                Map.of("category", "DATA", "title", "Data exchange")));
        document.put("minimum", List.of("SERVICE", "FIELD:user", "CATEGORY"));
        return document;
    }
}
