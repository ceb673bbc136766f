package org.countersign.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SkillEvent.CertificationExpires;
import org.countersign.identity.model.SkillEvent.CertificationsChanged;
import org.countersign.identity.model.SkillEvent.SkillNamed;
import org.countersign.identity.model.SkillEvent.SkillsChanged;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.service.OutboxFixture;
import org.countersign.notification.service.SkillNotifications;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the staff can do, through its services, on the database. */
@OnEachDatabase
class SkillServicesTest {

    private static int people;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private String person;
    private String manager;
    private LocalDate today;

    @BeforeEach
    void somebody_a_manager_and_two_skills() throws Exception {
        database.executeAsOwner("DELETE FROM certification");
        database.executeAsOwner("DELETE FROM outbox_message");
        database.executeAsOwner("UPDATE account SET active = FALSE");
        wiring = new OutboxFixture(database).wiring();
        wiring.events().observeBy(wiring.get(SkillNotifications.class));
        today = LocalDate.parse("2026-11-16");
        person = "person" + ++people;
        manager = "manager" + people;
        database.inTransaction(() -> {
            wiring.get(Accounts.class)
                    .add(Account.ofStaff(person, "Person", person + "@desk.example", SupportLevel.L1, Set.of(Role.AGENT)));
            wiring.get(Accounts.class).add(Account.ofStaff(manager, "Manager", manager + "@desk.example", null, Set.of(Role.MANAGER)));
        });
        wiring.calledBy(manager);
        in(() -> wiring.get(SkillAdministration.class).name("CLAIMS", "Claims"));
        in(() -> wiring.get(SkillAdministration.class).name("POLICY", "Policies"));
        wiring.events().forget();
    }

    @Test
    void a_skill_is_in_the_catalogue_once_and_may_be_renamed() {
        assertThat(in(() -> wiring.get(SkillAdministration.class).name("CLAIMS", "Claims handling"))).isFalse();
        assertThat(in(() -> wiring.get(SkillQueries.class).catalogue()).stream().filter(skill -> skill.code().equals("CLAIMS")))
                .containsExactly(new SkillRow("CLAIMS", "Claims handling"));
        assertThat(wiring.events().fired(SkillNamed.class)).containsExactly(new SkillNamed("CLAIMS", "Claims", "Claims handling"));
        refused("code-malformed", () -> in(() -> wiring.get(SkillAdministration.class).name("claims", "Claims")));
    }

    @Test
    void the_catalogue_is_listed_page_by_page_by_code_and_searched_by_name_or_code() {
        in(() -> wiring.get(SkillAdministration.class).name("PAGED-A", "Paged one"));
        in(() -> wiring.get(SkillAdministration.class).name("PAGED-B", "Paged two"));

        CursorPage<SkillRow> first = in(() -> wiring.get(SkillQueries.class).list(" paged", 1, null));
        assertThat(first.items()).containsExactly(new SkillRow("PAGED-A", "Paged one"));
        CursorPage<SkillRow> second = in(() -> wiring.get(SkillQueries.class).list("paged", 1, first.next()));
        assertThat(second.items()).containsExactly(new SkillRow("PAGED-B", "Paged two"));
        assertThat(second.next()).isNull();
        assertThat(in(() -> wiring.get(SkillQueries.class).list("D TWO", null, null)).items()).containsExactly(second.items().get(0));
        refused("limit-out-of-range", () -> in(() -> wiring.get(SkillQueries.class).list(null, 0, null)));
    }

    @Test
    void what_somebody_masters_is_said_as_a_whole_and_recorded_before_and_after() {
        skills(skill("CLAIMS", SkillLevel.BASIC), skill("POLICY", SkillLevel.EXPERT));
        skills(skill("CLAIMS", SkillLevel.PROFICIENT));
        skills(skill("CLAIMS", SkillLevel.PROFICIENT));

        assertThat(member().skills()).extracting(GradedSkill::code, GradedSkill::level)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("CLAIMS", SkillLevel.PROFICIENT));
        assertThat(wiring.events().fired(SkillsChanged.class)).containsExactly(
                new SkillsChanged(person, "", "CLAIMS BASIC\nPOLICY EXPERT"),
                new SkillsChanged(person, "CLAIMS BASIC\nPOLICY EXPERT", "CLAIMS PROFICIENT"));
    }

    @Test
    void the_staff_are_people_and_no_machines() {
        String machine = "gateway" + people;
        database.inTransaction(() -> wiring.get(Accounts.class)
                .add(Account.ofStaff(machine, "Mail server", machine + "@desk.example", null, Set.of(Role.MAIL_GATEWAY))));

        assertThat(in(() -> wiring.get(SkillQueries.class).staff(null, null, null)).items())
                .extracting(StaffMember::account)
                .contains(person, manager)
                .doesNotContain(machine);
    }

    @Test
    void what_makes_no_sense_is_refused_and_nothing_is_kept() {
        refused("skill-unknown", () -> skills(skill("NONE", SkillLevel.BASIC)));
        refused("skill-twice", () -> skills(skill("CLAIMS", SkillLevel.BASIC), skill("CLAIMS", SkillLevel.EXPERT)));
        refused("required", () -> skills(skill("CLAIMS", null)));
        refused("certification-twice", () -> certificates(certificate("A", null), certificate("a", today)));
        refused("certification-ends-before-start", () -> certificate("A", LocalDate.parse("2025-12-31")));
        refused("not-found", () -> in(() -> {
            wiring.get(SkillAdministration.class).setSkills("nobody", List.of(), null);
            return null;
        }));
        assertThat(member().skills()).isEmpty();
        assertThat(wiring.events().fired()).isEmpty();
    }

    @Test
    void who_saw_an_older_record_does_not_overwrite_the_newer_one() {
        long seen = member().version();
        skills(skill("CLAIMS", SkillLevel.BASIC));

        refused("changed-meanwhile", () -> in(() -> {
            wiring.get(SkillAdministration.class).setSkills(person, List.of(), seen);
            return null;
        }));
        assertThat(member().skills()).hasSize(1);
    }

    @Test
    void people_see_their_own_record_and_those_who_lead_the_desk_see_all() {
        wiring.calledBy(person);
        assertThat(member().account()).isEqualTo(person);
        refused("not-found", () -> in(() -> wiring.get(SkillQueries.class).member(manager)));
        wiring.calledBy(manager);
        assertThat(in(() -> wiring.get(SkillQueries.class).staff(null, 1, null)).next()).isNotNull();
        skills(skill("CLAIMS", SkillLevel.BASIC));
        assertThat(in(() -> wiring.get(SkillQueries.class).staff("CLAIMS", null, null)).items()).contains(member());
        assertThat(in(() -> wiring.get(SkillQueries.class).staff("POLICY", null, null)).items()).doesNotContain(member());
    }

    @Test
    void a_certificate_counts_on_its_last_day_and_no_longer() {
        Certificate certificate = certificate("Engineer", today);
        certificates(certificate);

        for (int day = -1; day <= 1; day++) {
            LocalDate at = today.plusDays(day);
            assertThat(certificate.isInForce(at)).isEqualTo(day < 1);
            assertThat(in(() -> wiring.get(SkillDirectory.class).missing(member().accountId(), List.of("ENGINEER", "Other"), at)))
                    .isEqualTo(day < 1 ? List.of("Other") : List.of("ENGINEER", "Other"));
        }
        assertThat(certificate.isInForce(certificate.validFrom().minusDays(1))).isFalse();
        assertThat(certificate.isInForce(certificate.validFrom())).isTrue();
    }

    @Test
    void the_person_and_the_managers_are_told_once_for_each_last_day() {
        certificates(certificate("Soon", today.plusDays(60)), certificate("Later", today.plusDays(61)), certificate("Past", today.minusDays(1)),
                certificate("Ever", null));

        assertThat(in(() -> wiring.get(CertificationSweep.class).tell())).isEqualTo(1);
        assertThat(in(() -> wiring.get(CertificationSweep.class).tell())).isZero();
        assertThat(recipients()).containsExactlyInAnyOrder(person + "@desk.example", manager + "@desk.example");
        assertThat(wiring.events().fired(CertificationExpires.class)).extracting(CertificationExpires::name).containsExactly("Soon");
        assertThat(in(() -> wiring.get(SkillQueries.class).expiring(null, null)).items())
                .extracting(row -> row.certificate().name())
                .containsExactly("Soon");

        // Renewed, it is another last day; and the one that was too far away comes near.
        certificates(certificate("Soon", today.plusDays(62)), certificate("Later", today.plusDays(61)));
        wiring.clock().moveTo(Instant.parse("2026-11-18T09:00:00Z"));
        assertThat(in(() -> wiring.get(CertificationSweep.class).tell())).isEqualTo(2);
        wiring.clock().moveTo(Instant.parse("2026-11-01T09:00:00Z"));
        assertThat(in(() -> wiring.get(CertificationSweep.class).tell())).isZero();
        assertThat(recipients()).hasSize(6);
        assertThat(wiring.events().fired(CertificationsChanged.class)).last().satisfies(changed -> {
            assertThat(changed.before()).contains("Past, Issuer, 7, 2026-01-01 – 2026-11-15", "Ever, Issuer, 7, 2026-01-01 – ");
            assertThat(changed.after()).doesNotContain("Past").contains("Soon, Issuer, 7, 2026-01-01 – 2027-01-17");
        });
    }

    @Test
    void two_nodes_tell_of_each_certificate_once() throws Exception {
        List<Certificate> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(certificate("Certificate " + i, today.plusDays(i)));
        }
        certificates(many.toArray(Certificate[]::new));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> told = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                told.add(nodes.submit(() -> database.inNewTransaction(() -> wiring.get(CertificationSweep.class).tell())));
            }
            int sum = 0;
            for (Future<Integer> one : told) {
                sum += one.get(60, TimeUnit.SECONDS);
            }
            assertThat(sum).isEqualTo(30);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(recipients()).hasSize(60);
    }

    @Test
    void two_clicks_at_once_record_a_skill_and_a_certificate_once() throws Exception {
        ExecutorService clicks = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int click = 0; click < 2; click++) {
                done.add(clicks.submit(() -> {
                    skills(skill("CLAIMS", SkillLevel.BASIC));
                    certificates(certificate("Engineer", today));
                }));
            }
            for (Future<?> one : done) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            clicks.shutdownNow();
        }
        assertThat(member().skills()).hasSize(1);
        assertThat(member().certifications()).hasSize(1);
    }

    private StaffMember member() {
        return in(() -> wiring.get(SkillQueries.class).member(person));
    }

    private void skills(GivenSkill... skills) {
        in(() -> {
            wiring.get(SkillAdministration.class).setSkills(person, List.of(skills), null);
            return null;
        });
    }

    private static GivenSkill skill(String code, SkillLevel level) {
        return new GivenSkill(code, level);
    }

    private void certificates(Certificate... certificates) {
        in(() -> {
            wiring.get(SkillAdministration.class).setCertifications(person, List.of(certificates), null);
            return null;
        });
    }

    private static Certificate certificate(String name, LocalDate expiresOn) {
        return Certificate.of("", name, "Issuer", "7", LocalDate.parse("2026-01-01"), expiresOn);
    }

    private List<String> recipients() {
        return in(() -> database.entityManager()
                .createQuery("select m.recipient from OutboxMessage m where m.template = :template", String.class)
                .setParameter("template", MailTemplate.CERTIFICATION_EXPIRES)
                .getResultList());
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private <T> T in(Supplier<T> work) {
        return database.inTransaction(work);
    }
}
