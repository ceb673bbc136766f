package org.countersign.ticket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.GivenSkill;
import org.countersign.identity.service.SkillAdministration;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rota.model.RotaCovers;
import org.countersign.rota.model.Rotas;
import org.countersign.rota.service.PublishRota;
import org.countersign.rota.service.RotaAbsences;
import org.countersign.rota.service.RotaPlanning;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Urgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who may work on a ticket of a contract that demands something, and who is proposed first. */
@OnEachDatabase
class TicketAssigneesTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2026-11-20");

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private String small;
    private String contract;

    @BeforeEach
    void a_contract_that_demands_a_skill_and_for_one_service_a_certificate() throws Exception {
        for (String table : List.of("call_out", "rota_handover", "rota_swap", "rota_absence", "rota_coverage", "rota_past_coverage", "rota_shift", "rota")) {
            database.executeAsOwner("DELETE FROM " + table);
        }
        database.executeAsOwner("UPDATE account SET active = FALSE");
        wiring = new Wiring(database);
        wiring.bind(RotaCovers.class, (RotaCovers) wiring.get(Rotas.class));
        SampleCustomer customer = SampleCustomer.store(database, wiring, "D" + customers++);
        small = customer.code().toLowerCase(Locale.ROOT);
        contract = "DESK-" + customer.code();
        person("manager", SupportLevel.L1, Role.MANAGER);
        wiring.calledBy(small + "-manager");
        run(() -> wiring.get(SkillAdministration.class).name("CLAIMS", "Claims"));
        String agreement = in(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            return agreements.print(agreements.version(contract, null).agreement());
        });
        String demands =
                """
                services: [{name: Claims, criticality: HIGH}]
                skills:
                  - {skill: CLAIMS, level: PROFICIENT}
                  - {service: Claims, certification: Claims Engineer}
                """;
        run(() -> wiring.get(ContractAgreements.class).record(contract, agreement + demands, null, "the customer", null, null));
    }

    @Test
    void a_skill_that_nobody_can_have_is_not_demanded() {
        refused("skill-unknown", () -> run(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            String text = agreements.print(agreements.version(contract, null).agreement()).replace("CLAIMS", "CLAYMS");
            agreements.record(contract, text, null, "the customer", null, null);
        }));
    }

    @Test
    void who_is_of_the_level_skilled_certified_and_there_is_proposed_and_the_best_first() {
        able("expert", SkillLevel.EXPERT, LAST_DAY);
        able("b-proficient", SkillLevel.PROFICIENT, LAST_DAY);
        able("a-proficient", SkillLevel.PROFICIENT, null);
        able("on-duty", SkillLevel.PROFICIENT, LAST_DAY);
        able("basic", SkillLevel.BASIC, LAST_DAY);
        able("expired", SkillLevel.EXPERT, LocalDate.parse("2026-11-15"));
        able("away", SkillLevel.EXPERT, LAST_DAY);
        person("uncertified", SupportLevel.L1, Role.AGENT);
        skill("uncertified", SkillLevel.EXPERT);
        person("higher", SupportLevel.L2, Role.AGENT);
        skill("higher", SkillLevel.EXPERT);
        certify("higher", LAST_DAY);
        Instant now = wiring.clock().instant();
        publish(now, "on-duty", "expert");
        run(() -> wiring.get(RotaAbsences.class).record(small + "-away", now.minusSeconds(60), now.plusSeconds(60), null, null));
        assign(ticket(null), "a-proficient");

        AssigneeProposals proposals = proposals(ticket("Claims"));

        assertThat(proposals.people()).extracting(person -> person.account().substring(small.length() + 1))
                .containsExactly("expert", "on-duty", "b-proficient", "a-proficient");
        assertThat(proposals.people().get(0).reasons(Locale.ENGLISH))
                .containsExactly("Level 1", "Claims: Expert", "Certified until Nov 20, 2026: Claims Engineer", "Backup on duty now", "Open tickets: 0");
        assertThat(proposals.people().get(3).reasons(Locale.forLanguageTag("hu")))
                .containsExactly("1. szint", "Claims – Gyakorlott", "Tanúsítvánnyal: Claims Engineer", "Nyitott jegyek: 1");
        assertThat(proposals.missing()).isEmpty();
        // Without the service, its certificate is not asked for.
        assertThat(proposals(ticket(null)).people()).extracting(ProposedAssignee::account).contains(small + "-uncertified");
    }

    @Test
    void what_is_with_a_vendor_is_seen_to_by_the_third_level() {
        person("first", SupportLevel.L1, Role.AGENT);
        person("third", SupportLevel.L3, Role.AGENT);
        skill("first", SkillLevel.EXPERT);
        skill("third", SkillLevel.EXPERT);
        String ticket = ticket(null);
        wiring.calledBy(small + "-manager");
        run(() -> wiring.get(TicketHandling.class).escalate(ticket, SupportLevel.VENDOR, "Only they can", null));

        assertThat(proposals(ticket).people()).extracting(ProposedAssignee::account).containsExactly(small + "-third");
    }

    @Test
    void without_the_demanded_certificate_nobody_is_assigned_or_starts() {
        person("uncertified", SupportLevel.L1, Role.AGENT);
        String ticket = ticket("Claims");

        assertThatThrownBy(() -> assign(ticket, "uncertified")).isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
            assertThat(refused.code()).isEqualTo("certification-missing");
            assertThat(refused.field()).isEqualTo("assignee");
            assertThat(refused.arguments()).containsExactly("uncertified", "Claims Engineer");
        });
        wiring.calledBy(small + "-uncertified");
        refused("certification-missing", () -> run(() -> wiring.get(TicketHandling.class).start(ticket, null)));
        refused("certification-missing", () -> run(() -> wiring.get(TicketHandling.class).resolve(ticket, "Done.", null)));
        assign(ticket(null), "uncertified");
    }

    @Test
    void an_expiry_is_judged_in_the_zone_of_the_contract_and_leaves_what_is_assigned_flagged() {
        able("able", SkillLevel.EXPERT, LAST_DAY);
        wiring.clock().moveTo(Instant.parse("2026-11-20T22:59:59Z"));
        String ticket = ticket("Claims");
        assign(ticket, "able");
        assertThat(proposals(ticket).missing()).isEmpty();

        wiring.clock().moveTo(Instant.parse("2026-11-20T23:00:00Z"));
        assertThat(proposals(ticket).missing()).containsExactly("Claims Engineer");
        assertThat(proposals(ticket).people()).isEmpty();
        assertThat(in(() -> wiring.get(TicketQueries.class).find(ticket).assignee().account())).isEqualTo(small + "-able");
        refused("certification-missing", () -> assign(ticket, "able"));
        refused("certification-missing", () -> run(() -> wiring.get(TicketHandling.class).start(ticket, null)));
    }

    @Test
    void where_nothing_is_demanded_no_certificate_is_read() {
        person("anybody", SupportLevel.L1, Role.AGENT);
        String ticket = ticket(null);
        List<String> statements = database.statements().during(() -> assign(ticket, "anybody"));
        assertThat(statements).noneMatch(sql -> sql.toLowerCase(Locale.ROOT).contains("certification"));
    }

    private void able(String name, SkillLevel level, LocalDate expiresOn) {
        person(name, SupportLevel.L1, Role.AGENT);
        skill(name, level);
        certify(name, expiresOn);
    }

    private void person(String name, SupportLevel level, Role role) {
        String account = small + "-" + name;
        run(() -> wiring.get(Accounts.class).add(Account.ofStaff(account, name, account + "@desk.example", level, Set.of(role))));
    }

    private void skill(String name, SkillLevel level) {
        run(() -> wiring.get(SkillAdministration.class).setSkills(small + "-" + name, List.of(new GivenSkill("CLAIMS", level)), null));
    }

    private void certify(String name, LocalDate expiresOn) {
        Certificate certificate = Certificate.of("", "Claims Engineer", "Issuer", null, LocalDate.parse("2026-01-01"), expiresOn);
        run(() -> wiring.get(SkillAdministration.class).setCertifications(small + "-" + name, List.of(certificate), null));
    }

    private void publish(Instant now, String responsible, String backup) {
        Instant until = now.plusSeconds(3600);
        run(() -> wiring.get(RotaPlanning.class).publish(
                new PublishRota(
                        "ROTA", "The rota", "Europe/Budapest", List.of(new PublishRota.Covered(contract, null, false)), now, until,
                        List.of(new PublishRota.PlannedShift(now, until, small + "-" + responsible, small + "-" + backup))),
                null));
    }

    private String ticket(String service) {
        return in(() -> wiring.get(TicketRegistration.class)
                .registerAndShow(new RegisterTicket(
                        contract, small + "@customer.example", TicketKind.INCIDENT, "Stuck", "It does not work.", Impact.MEDIUM,
                        Urgency.MEDIUM, Channel.API, service, null, java.util.Map.of()))
                .number());
    }

    private AssigneeProposals proposals(String ticket) {
        return in(() -> wiring.get(TicketAssignees.class).proposals(ticket));
    }

    private void assign(String ticket, String name) {
        run(() -> wiring.get(TicketHandling.class).assign(ticket, small + "-" + name, null));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private <T> T in(Supplier<T> work) {
        return database.inTransaction(work);
    }

    private void run(Runnable work) {
        database.inTransaction(work);
    }
}
