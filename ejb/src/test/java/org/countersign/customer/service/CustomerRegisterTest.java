package org.countersign.customer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.countersign.customer.model.CustomerEvent.AuthorisationEnded;
import org.countersign.customer.model.CustomerEvent.AuthorisationGranted;
import org.countersign.customer.model.CustomerEvent.ContactChanged;
import org.countersign.customer.model.CustomerEvent.ContactNamed;
import org.countersign.customer.model.CustomerEvent.ContactRemoved;
import org.countersign.customer.model.CustomerEvent.ContractChanged;
import org.countersign.customer.model.CustomerEvent.OrganisationRenamed;
import org.countersign.customer.model.CustomerEvent.StakeholderAdded;
import org.countersign.customer.model.CustomerEvent.StakeholderRemoved;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What administrators keep about customers, in the database. */
@OnEachDatabase
class CustomerRegisterTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private String contract;
    private String email;

    @BeforeEach
    void a_customer() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "CR" + customers++);
        contract = "DESK-" + customer.code();
        email = customer.code().toLowerCase(Locale.ROOT) + "@customer.example";
    }

    private CustomerRegister register() {
        return wiring.get(CustomerRegister.class);
    }

    private CustomerAdministration administration() {
        return wiring.get(CustomerAdministration.class);
    }

    private ContractPeople people() {
        return wiring.get(ContractPeople.class);
    }

    private <T> T run(java.util.function.Supplier<T> work) {
        return database.inTransaction(work);
    }

    private void run(Runnable work) {
        database.inTransaction(work);
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private ContractMember member(String address) {
        return run(() -> register().members(contract)).stream().filter(m -> m.email().equals(address)).findFirst().orElse(null);
    }

    private String secondContact() {
        String address = "second." + email;
        run(() -> administration()
                .createContact(new NewContact("ORG-" + customer.code(), "Second", address, null, "nl", "Europe/Amsterdam")));
        return address;
    }

    @Test
    void calendars_are_found_by_a_part_of_their_code_and_read_page_by_page() {
        SampleCustomer other = SampleCustomer.store(database, wiring, customer.code() + "X");
        ServiceCalendars calendars = wiring.get(ServiceCalendars.class);
        String text = " hours-" + customer.code().toLowerCase(Locale.ROOT) + " ";

        CursorPage<String> first = run(() -> calendars.list(text, 1, null));
        assertThat(first.items()).containsExactly("HOURS-" + customer.code());
        CursorPage<String> last = run(() -> calendars.list(text, 1, first.next()));
        assertThat(last.items()).containsExactly("HOURS-" + other.code());
        assertThat(run(() -> calendars.list(text, 2, first.next())).next()).isNull();
        assertThat(run(() -> calendars.list("hours_" + customer.code(), null, null)).items()).isEmpty();
        refused("limit-out-of-range", () -> run(() -> calendars.list(null, 0, null)));
    }

    @Test
    void customers_are_found_by_a_part_of_their_name_and_read_page_by_page() {
        SampleCustomer other = SampleCustomer.store(database, wiring, "CR" + customers++);
        run(() -> administration().renameOrganisation("ORG-" + customer.code(), "100%_" + customer.code(), null));
        CursorPage<OrganisationRow> found = run(() -> register().organisations("100%_" + customer.code().toLowerCase(Locale.ROOT), null, null));
        assertThat(found.items()).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo("ORG-" + customer.code());
            assertThat(row.contacts()).isEqualTo(1);
            assertThat(row.contracts()).isEqualTo(1);
        });
        List<String> codes = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            CursorPage<OrganisationRow> page = run(() -> register().organisations(null, 1, from));
            page.items().forEach(row -> codes.add(row.code()));
            after = page.next();
        } while (after != null);
        assertThat(codes).contains("ORG-" + customer.code(), "ORG-" + other.code()).isSorted().doesNotHaveDuplicates();
        assertThat(run(() -> register().organisations("100x" + customer.code(), null, null)).items()).as("a percent sign is a percent sign").isEmpty();
    }

    @Test
    void a_customer_is_renamed_once_and_only_as_it_was_seen() {
        long seen = run(() -> register().organisation("ORG-" + customer.code())).version();
        run(() -> administration().renameOrganisation("ORG-" + customer.code(), "New name", seen));
        refused("changed-meanwhile", () -> run(() -> administration().renameOrganisation("ORG-" + customer.code(), "Third", seen)));
        run(() -> administration().renameOrganisation("ORG-" + customer.code(), "New name", null));
        assertThat(wiring.events().fired(OrganisationRenamed.class))
                .containsExactly(new OrganisationRenamed("ORG-" + customer.code(), "Customer " + customer.code(), "New name"));
        refused("not-found", () -> run(() -> administration().renameOrganisation("NOBODY", "Name", null)));
    }

    @Test
    void a_contact_is_shown_with_the_account_and_changed() {
        ContactRow before = run(() -> register().contacts("ORG-" + customer.code(), null, null)).items().get(0);
        assertThat(before.account()).isEqualTo(customer.code().toLowerCase(Locale.ROOT) + "-contact");
        String second = secondContact();
        assertThat(run(() -> register().contact(second)).account()).isNull();
        assertThat(run(() -> register().contacts("ORG-" + customer.code(), 1, null)).next()).isEqualTo(before.email());

        NewContact wanted = new NewContact(null, before.name(), email, "+36 1 234", "hu", before.zone());
        run(() -> administration().changeContact(email.toUpperCase(Locale.ROOT), wanted, before.version()));

        assertThat(run(() -> register().contact(email)).phone()).isEqualTo("+36 1 234");
        assertThat(wiring.events().fired(ContactChanged.class)).extracting(ContactChanged::changes)
                .containsExactly("phone: – → +36 1 234\nlanguage: en → hu");
        refused("changed-meanwhile", () -> run(() -> administration().changeContact(email, wanted, before.version())));
        refused("contact-email-taken", () -> run(() -> administration()
                .changeContact(email, new NewContact(null, "N", second, null, "en", "UTC"), null)));
        refused("not-found", () -> run(() -> administration().changeContact("nobody@x.example", wanted, null)));
    }

    @Test
    void the_settings_of_a_contract_are_said_anew_with_what_changed() {
        ContractRow before = run(() -> register().contract(contract));
        ContractSettings wanted = new ContractSettings(before.settings().name(), true, UnprovenMail.QUARANTINE, "II", "1.5");
        run(() -> administration().changeContract(contract, wanted, before.version()));
        assertThat(run(() -> register().contract(contract)).settings()).isEqualTo(wanted);
        assertThat(run(() -> customer.terms(wiring))).satisfies(terms -> {
            assertThat(terms.fixedContactsOnly()).isTrue();
            assertThat(terms.aql()).isEqualTo("1.5");
        });
        assertThat(wiring.events().fired(ContractChanged.class)).extracting(ContractChanged::changes)
                .containsExactly("fixedContactsOnly: false → true\nunprovenMail: HOLD → QUARANTINE\naql: 4.0 → 1.5");
        refused("changed-meanwhile", () -> run(() -> administration().changeContract(contract, wanted, before.version())));
        refused("unknown-aql", () -> run(() -> administration()
                .changeContract(contract, new ContractSettings("N", true, UnprovenMail.HOLD, "II", "3"), null)));
        assertThat(run(() -> register().contracts("ORG-" + customer.code(), null, null)).items()).extracting(ContractRow::code).containsExactly(contract);
    }

    @Test
    void a_contact_speaks_and_accepts_as_said_last_and_the_same_said_twice_changes_nothing() {
        String second = secondContact();
        run(() -> people().setContact(contract, second, false, true));
        run(() -> people().setContact(contract, second, false, true));
        assertThat(member(second)).satisfies(member -> {
            assertThat(member.fixed()).isFalse();
            assertThat(member.acceptsSince()).isEqualTo(wiring.clock().instant());
        });
        assertThat(wiring.events().fired(ContactNamed.class)).hasSize(1);
        assertThat(wiring.events().fired(AuthorisationGranted.class)).hasSize(1);

        wiring.clock().advance(java.time.Duration.ofHours(1));
        run(() -> people().setContact(contract, second, true, false));
        assertThat(member(second).fixed()).isTrue();
        assertThat(member(second).acceptsSince()).isNull();
        assertThat(wiring.events().fired(AuthorisationEnded.class)).hasSize(1);

        run(() -> people().removeContact(contract, email));
        run(() -> people().removeContact(contract, email));
        assertThat(member(email)).isNull();
        assertThat(wiring.events().fired(ContactRemoved.class)).hasSize(1);
        assertThat(wiring.events().fired(AuthorisationEnded.class)).hasSize(2);
    }

    @Test
    void nobody_of_another_customer_speaks_under_a_contract() {
        SampleCustomer other = SampleCustomer.store(database, wiring, "CR" + customers++);
        String stranger = other.code().toLowerCase(Locale.ROOT) + "@customer.example";
        refused("contact-unknown", () -> run(() -> people().setContact(contract, stranger, true, true)));
        refused("not-found", () -> run(() -> people().setContact("NONE", email, true, true)));
        assertThat(run(() -> register().members(contract))).extracting(ContractMember::email).containsExactly(email);
    }

    @Test
    void stakeholders_are_added_changed_and_removed() {
        run(() -> people().setStakeholder(contract, "Director", "Director@Customer.example", "en"));
        run(() -> people().setStakeholder(contract, "Director", "director@customer.example", "en"));
        assertThat(wiring.events().fired(StakeholderAdded.class)).hasSize(1);
        run(() -> people().setStakeholder(contract, "New director", "director@customer.example", "pt"));
        assertThat(run(() -> register().stakeholders(contract))).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("New director");
            assertThat(found.language()).isEqualTo("pt");
        });
        run(() -> people().removeStakeholder(contract, "director@customer.example"));
        run(() -> people().removeStakeholder(contract, "director@customer.example"));
        assertThat(run(() -> register().stakeholders(contract))).isEmpty();
        assertThat(wiring.events().fired(StakeholderRemoved.class)).hasSize(1);
    }

    /** Two authorities of one person would leave one of them when the other is ended. */
    @Test
    void two_who_let_the_same_contact_accept_at_once_grant_one_authority() throws Exception {
        String second = secondContact();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> administrators = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                ContractPeople node = new Wiring(database).get(ContractPeople.class);
                administrators.add(threads.submit(() -> database.inTransaction(() -> node.setContact(contract, second, true, true))));
            }
            for (Future<?> administrator : administrators) {
                administrator.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        run(() -> people().setContact(contract, second, true, false));
        assertThat(member(second).acceptsSince()).isNull();
    }
}
