package org.countersign.customer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.customer.jollyday.JollydayHolidays;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.CustomerEvent.AgreementRecorded;
import org.countersign.customer.model.CustomerEvent.AuthorisationEnded;
import org.countersign.customer.model.CustomerEvent.AuthorisationGranted;
import org.countersign.customer.model.CustomerEvent.ContactNamed;
import org.countersign.customer.model.SamplingTerms;
import org.countersign.customer.model.TicketTraits;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.customer.yaml.YamlAgreementText;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.quality.model.Aql;
import org.countersign.quality.model.InspectionLevel;
import org.countersign.testing.RecordedEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerAdministrationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Map<String, List<List<String>>> OFFICE_HOURS = Map.of("MONDAY", List.of(List.of("08:30", "17:00")));

    private final FakeCustomers customers = new FakeCustomers();
    private final RecordedEvents events = new RecordedEvents();
    private final CustomerAdministration administration = new CustomerAdministration();
    private final ServiceCalendars calendars = new ServiceCalendars();
    private final ContractAgreements agreements = new ContractAgreements();

    @BeforeEach
    void assemble() {
        administration.customers = customers;
        administration.events = events;
        administration.calendars = calendars;
        administration.agreements = agreements;
        calendars.customers = customers;
        calendars.events = events;
        calendars.holidays = new JollydayHolidays();
        agreements.customers = customers;
        agreements.events = events;
        agreements.text = new YamlAgreementText();
        at(NOW);
        administration.createOrganisation("CUSTOMER-B", "Customer B Zrt.");
        administration.createOrganisation("CUSTOMER-C", "Klant C B.V.");
        administration.createCalendar("OFFICE", Map.of("zone", "Europe/Amsterdam", "hours", OFFICE_HOURS));
        administration.createContact(contact("CUSTOMER-B", "Anna@customer-b.example"));
        administration.createContact(contact("CUSTOMER-C", "bert@customer-c.example"));
    }

    private void at(Instant now) {
        administration.clock = Clock.fixed(now, ZoneOffset.UTC);
        calendars.clock = administration.clock;
        agreements.clock = administration.clock;
    }

    private static NewContact contact(String organisation, String email) {
        return new NewContact(organisation, "Somebody", email, null, "hu", "Europe/Budapest");
    }

    private static String agreement(String calendar) {
        StringBuilder text = new StringBuilder("calendar: " + calendar + "\nlanguage: hu\ntargets:\n  - priorities:\n");
        for (int p = 1; p <= 5; p++) {
            text.append("      P" + p + ": {response: PT" + 30 * p + "M, resolution: PT" + 4 * p + "H}\n");
        }
        return text.toString();
    }

    private static NewContract contract(String organisation, String level, String aql, String agreement) {
        return new NewContract(
                "DESK-B", organisation, LocalDate.of(2026, 1, 1), new ContractSettings("Help desk", true, UnprovenMail.HOLD, level, aql), "Szabó Anna",
                agreement);
    }

    private long deskB() {
        return administration.createContract(contract("CUSTOMER-B", "II", "4.0", agreement("OFFICE")));
    }

    private static void refused(String code, String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    @Test
    void a_contract_is_recorded_with_its_first_version_in_its_own_chain() {
        long id = deskB();
        ContractTerms terms = customers.termsByCode("DESK-B", NOW).orElseThrow();
        assertThat(terms.calendar().zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
        assertThat(terms.agreement().promise(new TicketTraits("INCIDENT", "PHONE", null, LocalDate.of(2026, 1, 5)), "P3").times().resolution()).isEqualTo(Duration.ofHours(12));
        assertThat(terms.organisationName()).isEqualTo("Customer B Zrt.");
        AgreementRecorded told = (AgreementRecorded) events.fired().get(events.fired().size() - 1);
        assertThat(told.contractId()).isEqualTo(id);
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.inForceFrom()).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
        assertThat(told.agreedBy()).isEqualTo("Szabó Anna");
        assertThat((String) told.facts().get("changes")).contains("targets[0].priorities.P3.resolution: – → PT12H");
    }

    @Test
    void a_contract_needs_a_known_organisation_and_calendar() {
        refused("organisation-unknown", "organisation",
                () -> administration.createContract(contract("CUSTOMER-X", "II", "4.0", agreement("OFFICE"))));
        refused("calendar-unknown", "calendar",
                () -> administration.createContract(contract("CUSTOMER-B", "II", "4.0", agreement("NIGHT"))));
        refused("required", "calendar",
                () -> administration.createContract(contract("CUSTOMER-B", "II", "4.0", agreement("OFFICE").replace("calendar: OFFICE", ""))));
    }

    @Test
    void a_contract_without_a_target_for_each_priority_is_refused_with_the_place() {
        refused("targets-incomplete", "targets[0].priorities", () -> administration.createContract(
                contract("CUSTOMER-B", "II", "4.0", agreement("OFFICE").replaceAll(" *P5.*", ""))));
    }

    @Test
    void what_a_contract_agrees_about_sampling_is_what_the_standard_knows() {
        refused("unknown-inspection-level", "inspectionLevel",
                () -> administration.createContract(contract("CUSTOMER-B", "IV", "4.0", agreement("OFFICE"))));
        refused("unknown-aql", "aql", () -> administration.createContract(contract("CUSTOMER-B", "II", "5", agreement("OFFICE"))));
        assertThat(SamplingTerms.LEVELS).isEqualTo(Arrays.stream(InspectionLevel.values()).map(InspectionLevel::label).toList());
        assertThat(SamplingTerms.LIMITS).isEqualTo(Arrays.stream(Aql.values()).map(Aql::label).toList());
    }

    @Test
    void a_code_is_taken_once_and_has_its_form() {
        deskB();
        refused("code-taken", "code", this::deskB);
        refused("code-taken", "code", () -> administration.createOrganisation("CUSTOMER-B", "Another"));
        refused("code-malformed", "code", () -> administration.createOrganisation("customer b", "Another"));
        refused("code-malformed", "code", () -> administration.createOrganisation("X".repeat(41), "Another"));
        refused("code-taken", "code", () -> administration.createCalendar("OFFICE", Map.of("zone", "UTC", "hours", OFFICE_HOURS)));
    }

    @Test
    void a_calendar_that_makes_no_sense_is_refused_with_the_place() {
        refused("calendar-zone-unknown", "calendar.zone",
                () -> administration.createCalendar("ODD", Map.of("zone", "Europe/Atlantis", "hours", OFFICE_HOURS)));
        refused("calendar-day-unknown", "calendar.hours.FUNDAY",
                () -> administration.createCalendar("ODD", Map.of("zone", "UTC", "hours", Map.of("FUNDAY", List.of()))));
    }

    @Test
    void a_contact_has_one_address_kept_in_lower_case() {
        assertThat(customers.contactByEmail("anna@customer-b.example").orElseThrow().email()).isEqualTo("anna@customer-b.example");
        refused("contact-email-taken", "email", () -> administration.createContact(contact("CUSTOMER-C", "ANNA@customer-b.example")));
    }

    @Test
    void a_contact_is_named_once_and_only_for_the_own_organisations_contracts() {
        long id = deskB();
        administration.nameContact("DESK-B", "anna@customer-b.example", true);
        assertThat(events.fired()).endsWith(new ContactNamed(id, "DESK-B", "anna@customer-b.example", true));
        refused("contact-named-already", null, () -> administration.nameContact("DESK-B", "anna@customer-b.example", false));
        refused("contact-unknown", "contact", () -> administration.nameContact("DESK-B", "bert@customer-c.example", true));
        refused("contract-unknown", "contract", () -> administration.nameContact("DESK-Z", "anna@customer-b.example", true));
    }

    @Test
    void the_authority_to_accept_begins_now_is_held_once_and_ends_when_told() {
        deskB();
        long authorisation = administration.grantAuthorisation("DESK-B", "anna@customer-b.example");
        AuthorisationGranted granted = (AuthorisationGranted) events.fired().get(events.fired().size() - 1);
        assertThat(granted.from()).isEqualTo(NOW);
        refused("authorisation-in-force", null, () -> administration.grantAuthorisation("DESK-B", "anna@customer-b.example"));
        at(NOW.plusSeconds(3600));
        administration.endAuthorisation("DESK-B", "anna@customer-b.example");
        AuthorisationEnded ended = (AuthorisationEnded) events.fired().get(events.fired().size() - 1);
        assertThat(ended.authorisationId()).isEqualTo(authorisation);
        assertThat(ended.at()).isEqualTo(NOW.plusSeconds(3600));
        refused("authorisation-not-in-force", null, () -> administration.endAuthorisation("DESK-B", "anna@customer-b.example"));
        assertThat(administration.grantAuthorisation("DESK-B", "anna@customer-b.example")).isNotEqualTo(authorisation);
        refused("contact-unknown", "contact", () -> administration.grantAuthorisation("DESK-B", "bert@customer-c.example"));
    }

    @Test
    void reports_go_to_a_stakeholder_once() {
        deskB();
        administration.addStakeholder("DESK-B", "The Board", "Board@customer-b.example", "hu");
        refused("stakeholder-named-already", null,
                () -> administration.addStakeholder("DESK-B", "The Board", "board@customer-b.example", "en"));
        assertThat(customers.stakeholdersOf(1)).hasSize(1);
    }
}
