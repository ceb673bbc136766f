package org.countersign.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.AccountEvent.AccountActivated;
import org.countersign.identity.model.AccountEvent.AccountChanged;
import org.countersign.identity.model.AccountEvent.AccountCreated;
import org.countersign.identity.model.AccountEvent.AccountDeactivated;
import org.countersign.identity.model.AccountEvent.PasswordChanged;
import org.countersign.identity.model.AccountEvent.RoleGranted;
import org.countersign.identity.model.AccountEvent.RoleRevoked;
import org.countersign.identity.model.AccountEvent.TokenIssued;
import org.countersign.identity.model.AccountEvent.TokenRevoked;
import org.countersign.identity.model.ApiToken;
import org.countersign.identity.model.PasswordHash;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.testing.RecordedEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountAdministrationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String PASSWORD = "correct horse battery";

    private final FakeAccounts accounts = new FakeAccounts();
    private final RecordedEvents events = new RecordedEvents();
    private final AccountAdministration administration = new AccountAdministration();

    @BeforeEach
    void assemble() {
        administration.accounts = accounts;
        administration.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        administration.events = events;
    }

    private static NewStaffAccount staff(String name, SupportLevel level, Role... roles) {
        return new NewStaffAccount(name, "Somebody", name.strip() + "@example.org", level, Set.of(roles), PASSWORD, "hu", "Europe/Budapest");
    }

    private static NewContactAccount contact(String name, long contactId) {
        return new NewContactAccount(name, "A customer", name + "@customer.example", 7, contactId, PASSWORD, "nl", "Europe/Amsterdam");
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void a_new_member_of_staff_signs_in_with_the_password_and_belongs_to_no_organisation() {
        administration.createStaff(staff(" Judit ", SupportLevel.L2, Role.AGENT, Role.MANAGER));
        Account judit = accounts.byName("judit").orElseThrow();
        assertThat(PasswordHash.matches(PASSWORD.toCharArray(), judit.passwordHash())).isTrue();
        assertThat(judit.organisationId()).isNull();
        assertThat(judit.language()).isEqualTo("hu");
        assertThat(events.fired())
                .containsExactly(new AccountCreated("judit", "judit@example.org", "AGENT MANAGER", SupportLevel.L2, null));
    }

    @Test
    void a_contact_gets_one_account_of_the_own_organisation_and_no_second() {
        administration.createContactAccount(contact("anna", 11));
        Account anna = accounts.byName("anna").orElseThrow();
        assertThat(anna.organisationId()).isEqualTo(7);
        assertThat(anna.contactId()).isEqualTo(11);
        assertThat(anna.roles()).containsExactly(Role.CONTACT);
        refused("contact-has-account", () -> administration.createContactAccount(contact("anna2", 11)));
    }

    @Test
    void a_taken_name_is_refused_whatever_its_case() {
        administration.createStaff(staff("judit", null, Role.QUALITY));
        refused("account-name-taken", () -> administration.createStaff(staff("JUDIT", null, Role.QUALITY)));
        assertThat(events.fired()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-x", "x-", "two words", "a/b", "árvíz"})
    void a_name_that_is_no_name_is_refused(String name) {
        refused("account-name-malformed", () -> administration.createStaff(
                new NewStaffAccount(name, "X", "x@example.org", null, Set.of(Role.QUALITY), PASSWORD, "en", "UTC")));
    }

    @Test
    void staff_need_a_role_and_an_agent_needs_a_level_and_nobody_of_staff_is_a_contact() {
        refused("required", () -> administration.createStaff(staff("x", null)));
        refused("agent-needs-level", () -> administration.createStaff(staff("x", null, Role.AGENT)));
        refused("role-of-contacts", () -> administration.createStaff(staff("x", null, Role.CONTACT)));
        assertThat(accounts.isEmpty()).isTrue();
    }

    @Test
    void a_language_or_zone_that_is_not_known_is_refused() {
        refused("language-unknown", () -> administration.createStaff(
                new NewStaffAccount("x", "X", "x@example.org", null, Set.of(Role.QUALITY), null, "de", "UTC")));
        refused("zone-unknown", () -> administration.createStaff(
                new NewStaffAccount("x", "X", "x@example.org", null, Set.of(Role.QUALITY), null, "en", "Europe/Atlantis")));
        refused("zone-unknown", () -> administration.createStaff(
                new NewStaffAccount("x", "X", "x@example.org", null, Set.of(Role.QUALITY), null, "en", "+01:00")));
        refused("email-malformed", () -> administration.createStaff(
                new NewStaffAccount("x", "X", "x at example.org", null, Set.of(Role.QUALITY), null, "en", "UTC")));
        refused("control-character", () -> administration.createStaff(
                new NewStaffAccount("x", "X", "x@example.org\r\nBcc: y@example.org", null, Set.of(Role.QUALITY), null, "en", "UTC")));
    }

    @ParameterizedTest
    @CsvSource({"elevenchars,password-too-short", "juditjuditjudit,password-too-simple", "ababababababab,password-too-simple"})
    void a_weak_password_is_refused(String password, String code) {
        administration.createStaff(staff("judit", null, Role.QUALITY));
        refused(code, () -> administration.setPassword("judit", password));
        assertThat(PasswordHash.matches(PASSWORD.toCharArray(), accounts.byName("judit").orElseThrow().passwordHash())).isTrue();
    }

    @Test
    void a_new_password_replaces_the_old_one() {
        administration.createStaff(staff("judit", null, Role.QUALITY));
        administration.setPassword("judit", "another fine day");
        String hash = accounts.byName("judit").orElseThrow().passwordHash();
        assertThat(PasswordHash.matches("another fine day".toCharArray(), hash)).isTrue();
        assertThat(PasswordHash.matches(PASSWORD.toCharArray(), hash)).isFalse();
        assertThat(events.fired()).endsWith(new PasswordChanged("judit"));
    }

    @Test
    void roles_are_said_as_a_whole_and_each_that_comes_or_goes_is_told_once() {
        administration.createStaff(staff("judit", null, Role.QUALITY));
        administration.setRoles("judit", Set.of(Role.AGENT, Role.MANAGER), SupportLevel.L2, null);
        administration.setRoles("judit", Set.of(Role.AGENT, Role.MANAGER), SupportLevel.L2, null);
        assertThat(accounts.byName("judit").orElseThrow().roles()).isEqualTo(EnumSet.of(Role.AGENT, Role.MANAGER));
        assertThat(events.fired().subList(1, events.fired().size()))
                .containsExactly(
                        new AccountChanged("judit", "level: – → L2"),
                        new RoleGranted("judit", Role.AGENT),
                        new RoleGranted("judit", Role.MANAGER),
                        new RoleRevoked("judit", Role.QUALITY));
    }

    @Test
    void an_agent_changes_level_and_who_is_no_agent_has_none() {
        administration.createStaff(staff("judit", SupportLevel.L1, Role.AGENT));
        administration.setRoles("judit", Set.of(Role.AGENT), SupportLevel.L3, null);
        assertThat(accounts.byName("judit").orElseThrow().supportLevel()).isEqualTo(SupportLevel.L3);
        administration.setRoles("judit", Set.of(Role.QUALITY), SupportLevel.L3, null);
        assertThat(accounts.byName("judit").orElseThrow().supportLevel()).isNull();
        assertThat(events.fired()).contains(new AccountChanged("judit", "level: L1 → L3"), new AccountChanged("judit", "level: L3 → –"));
    }

    @Test
    void a_contact_never_becomes_staff_and_staff_never_a_contact() {
        administration.createContactAccount(contact("anna", 11));
        administration.createStaff(staff("judit", null, Role.QUALITY));
        refused("role-of-contacts", () -> administration.setRoles("anna", Set.of(Role.AGENT), SupportLevel.L1, null));
        refused("role-of-contacts", () -> administration.setRoles("anna", Set.of(Role.CONTACT, Role.ADMIN), null, null));
        refused("role-of-contacts", () -> administration.setRoles("judit", Set.of(Role.CONTACT), null, null));
        refused("agent-needs-level", () -> administration.setRoles("judit", Set.of(Role.AGENT), null, null));
        refused("required", () -> administration.setRoles("judit", Set.of(), null, null));
    }

    @Test
    void what_is_on_record_about_a_person_changes_and_before_and_after_are_told() {
        administration.createStaff(staff("judit", null, Role.QUALITY));
        ChangeAccount wanted = new ChangeAccount("Judit Nagy", "Nagy@example.org", "nl", "Europe/Budapest");
        administration.change("judit", wanted, null);
        administration.change("judit", wanted, null);
        Account judit = accounts.byName("judit").orElseThrow();
        assertThat(judit.displayName()).isEqualTo("Judit Nagy");
        assertThat(judit.email()).isEqualTo("nagy@example.org");
        assertThat(judit.language()).isEqualTo("nl");
        assertThat(events.fired().subList(1, events.fired().size()))
                .containsExactly(new AccountChanged(
                        "judit", "displayName: Somebody → Judit Nagy\nemail: judit@example.org → nagy@example.org\nlanguage: hu → nl"));
        refused("email-malformed", () -> administration.change("judit", new ChangeAccount("J", "nowhere", "nl", "UTC"), null));
    }

    @Test
    void who_saw_an_older_account_does_not_overwrite_the_newer_one_and_sign_ins_are_no_change() {
        administration.createStaff(staff("judit", null, Role.QUALITY));
        Account judit = accounts.byName("judit").orElseThrow();
        long seen = AccountView.of(judit).version();
        judit.signInFailed(NOW);
        administration.change("judit", new ChangeAccount("Judit", "j@example.org", "hu", "UTC"), seen);
        refused("changed-meanwhile", () -> administration.change("judit", new ChangeAccount("X", "x@example.org", "hu", "UTC"), seen));
        refused("changed-meanwhile", () -> administration.setRoles("judit", Set.of(Role.MANAGER), null, seen));
        assertThat(judit.displayName()).isEqualTo("Judit");
    }

    @Test
    void an_account_is_deactivated_and_activated_again_and_each_is_told_once() {
        administration.createStaff(staff("judit", null, Role.QUALITY));
        administration.deactivate("judit");
        administration.deactivate("judit");
        administration.activate("judit");
        administration.activate("judit");
        assertThat(accounts.byName("judit").orElseThrow().active()).isTrue();
        assertThat(events.fired().subList(1, events.fired().size()))
                .containsExactly(new AccountDeactivated("judit"), new AccountActivated("judit"));
    }

    @Test
    void the_last_administrator_stays() {
        administration.createStaff(staff("first", null, Role.ADMIN));
        refused("last-administrator", () -> administration.setRoles("first", Set.of(Role.QUALITY), null, null));
        refused("last-administrator", () -> administration.deactivate("first"));
        administration.createStaff(staff("second", null, Role.ADMIN));
        administration.deactivate("first");
        assertThat(accounts.byName("first").orElseThrow().active()).isFalse();
        assertThat(events.fired()).endsWith(new AccountDeactivated("first"));
        refused("last-administrator", () -> administration.deactivate("second"));
    }

    @Test
    void a_token_is_told_once_kept_as_a_hash_and_ends_when_revoked() {
        administration.createStaff(staff("judit", null, Role.QUALITY));
        Instant expiry = NOW.plus(Duration.ofDays(30));
        IssuedToken issued = administration.issueToken("judit", " nightly export ", expiry);
        String secret = issued.secret();
        ApiToken token = accounts.tokenBySecret(secret).orElseThrow();
        assertThat(secret).hasSizeGreaterThan(43);
        assertThat(token.label()).isEqualTo("nightly export");
        assertThat(token.isValidAt(expiry.minusSeconds(1))).isTrue();
        assertThat(token.isValidAt(expiry)).isFalse();
        administration.revokeToken("judit", issued.id());
        administration.revokeToken("judit", token.id());
        assertThat(token.isValidAt(NOW)).isFalse();
        assertThat(issued.toString()).doesNotContain(secret);
        assertThat(events.fired().subList(1, events.fired().size()))
                .containsExactly(new TokenIssued("judit", "nightly export", expiry), new TokenRevoked("judit", "nightly export"));
        assertThat(events.fired().toString()).doesNotContain(secret);
    }

    @Test
    void a_token_of_somebody_else_is_not_found() {
        administration.createStaff(staff("judit", null, Role.QUALITY));
        administration.createStaff(staff("other", null, Role.QUALITY));
        long token = administration.issueToken("other", "x", NOW.plusSeconds(60)).id();
        refused("not-found", () -> administration.revokeToken("judit", token));
    }

    @Test
    void a_token_needs_a_coming_expiry_and_an_active_account() {
        administration.createStaff(staff("judit", null, Role.QUALITY));
        refused("token-expiry-passed", () -> administration.issueToken("judit", "x", NOW));
        refused("required", () -> administration.issueToken("judit", "x", null));
        refused("required", () -> administration.issueToken("judit", " ", NOW.plusSeconds(60)));
        administration.deactivate("judit");
        refused("account-inactive", () -> administration.issueToken("judit", "x", NOW.plusSeconds(60)));
    }

    @Test
    void an_unknown_account_is_not_found() {
        refused("not-found", () -> administration.setPassword("nobody", PASSWORD));
        refused("not-found", () -> administration.setRoles(null, Set.of(Role.ADMIN), null, null));
    }

    @Test
    void the_first_administrator_is_made_once() {
        assertThat(administration.createFirstAdministrator("root@example.org", "a long first password")).isPresent();
        assertThat(accounts.byName("admin").orElseThrow().roles()).containsExactly(Role.ADMIN);
        assertThat(administration.createFirstAdministrator("root@example.org", "another long password")).isEmpty();
        String hash = accounts.byName("admin").orElseThrow().passwordHash();
        assertThat(PasswordHash.matches("a long first password".toCharArray(), hash)).isTrue();
    }

    @Test
    void the_start_tells_the_administrator_what_happened_and_never_the_password() {
        FirstAdministrator start = new FirstAdministrator();
        start.administration = administration;
        assertThat(start.settle(null, "a@example.org")).contains("Set COUNTERSIGN_ADMIN_PASSWORD");
        assertThat(accounts.isEmpty()).isTrue();
        assertThat(start.settle("short", "a@example.org")).contains("password-too-short");
        assertThat(accounts.isEmpty()).isTrue();
        assertThat(start.settle("a long first password", "a@example.org")).contains("was made").doesNotContain("a long first");
        assertThat(start.settle("a long first password", "a@example.org")).contains("was not used");
        assertThat(start.settle(null, "a@example.org")).isEqualTo("Accounts: there are some.");
    }
}
