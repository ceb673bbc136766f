package org.countersign.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.IntakeEvent.MailboxChanged;
import org.countersign.intake.model.MailboxSecurity;
import org.countersign.intake.model.Mailboxes;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Mailboxes as their administrators add and change them, on the database. */
@OnEachDatabase
class MailboxAdministrationTest {

    private static final ImapAccount IMAP =
            new ImapAccount("imap.desk.example", 993, MailboxSecurity.TLS, "desk", "countersign.imap.support.password", null);

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private String address;

    @BeforeEach
    void a_customer_with_a_mailbox() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "MA" + customers++);
        address = customer.code().toLowerCase(Locale.ROOT) + "@desk.example";
        database.inNewTransaction(() -> administration().add(new NewMailbox(address, contract(customer), "Desk", null, IMAP)));
        wiring.events().forget();
    }

    @Test
    void a_mailbox_says_how_its_polling_stands() {
        assertThat(find().polling()).isEqualTo(PollingState.NOT_YET);
        polled("NO LOGIN failed");
        assertThat(find().polling()).isEqualTo(PollingState.FAILED);
        assertThat(find().lastError()).isEqualTo("NO LOGIN failed");
        polled(null);
        assertThat(find().polling()).isEqualTo(PollingState.SUCCEEDED);
        assertThat(find().lastSuccessAt()).isEqualTo(wiring.clock().instant());
        change(new ChangeMailbox(contract(customer), "Desk", null, IMAP, false), null);
        assertThat(find().polling()).isEqualTo(PollingState.OFF);
        change(new ChangeMailbox(contract(customer), "Desk", null, null, true), null);
        assertThat(find().polling()).isEqualTo(PollingState.NOT_POLLED);
    }

    @Test
    void a_change_is_told_with_before_and_after_and_polls_are_no_change() {
        long seen = find().version();
        polled(null);
        ChangeMailbox wanted = new ChangeMailbox(contract(customer), "Service desk", "mx.desk.example", IMAP, true);
        change(wanted, seen);
        change(wanted, null);

        assertThat(find().authservId()).isEqualTo("mx.desk.example");
        assertThat(wiring.events().fired(MailboxChanged.class))
                .containsExactly(new MailboxChanged(
                        customer.contractId(), address, true, "imap.desk.example",
                        "displayName: Desk → Service desk\nauthservId: – → mx.desk.example"));
        refused("changed-meanwhile", () -> change(wanted, seen));
    }

    @Test
    void a_mailbox_given_to_another_contract_is_told_in_the_trail_of_both() {
        SampleCustomer other = SampleCustomer.store(database, wiring, "MA" + customers++);
        change(new ChangeMailbox(contract(other), "Desk", null, IMAP, true), null);

        assertThat(find().contract()).isEqualTo(contract(other));
        assertThat(wiring.events().fired(MailboxChanged.class))
                .extracting(MailboxChanged::contractId)
                .containsExactly(customer.contractId(), other.contractId());
    }

    @Test
    void what_is_not_there_is_refused() {
        refused("contract-unknown", () -> change(new ChangeMailbox("NOWHERE", "Desk", null, IMAP, true), null));
        refused("required", () -> change(new ChangeMailbox(null, "Desk", null, IMAP, true), null));
        refused("required", () -> change(new ChangeMailbox(contract(customer), " ", null, IMAP, true), null));
        refused("mailbox-exists", () -> database.inNewTransaction(
                () -> administration().add(new NewMailbox(address.toUpperCase(Locale.ROOT), contract(customer), "Desk", null, null))));
        refused("not-found", () -> database.inNewTransaction(() -> administration().find("nobody@desk.example")));
        assertThat(find().displayName()).isEqualTo("Desk");
        assertThat(wiring.events().fired()).isEmpty();
    }

    @Test
    void mailboxes_are_found_by_address_name_and_contract_and_read_page_by_page() {
        change(new ChangeMailbox(contract(customer), "100%_" + customer.code(), null, IMAP, true), null);
        SampleCustomer other = SampleCustomer.store(database, wiring, "MA" + customers++);
        String second = "second." + address;
        database.inNewTransaction(() -> administration().add(new NewMailbox(second, contract(other), "Desk", null, null)));

        assertThat(addresses(address.substring(0, address.indexOf('@')))).containsExactly(address, second);
        assertThat(addresses("100%_" + customer.code().toLowerCase(Locale.ROOT))).containsExactly(address);
        assertThat(addresses(contract(other).toLowerCase(Locale.ROOT))).containsExactly(second);
        assertThat(addresses("100__")).isEmpty();
        CursorPage<MailboxRow> first = list(address.substring(0, address.indexOf('@')), 1, null);
        assertThat(first.items()).singleElement().satisfies(row -> {
            assertThat(row.address()).isEqualTo(address);
            assertThat(row.contract()).isEqualTo(contract(customer));
        });
        assertThat(list(address.substring(0, address.indexOf('@')), 1, first.next()).items())
                .extracting(MailboxRow::address)
                .containsExactly(second);
        refused("limit-out-of-range", () -> list(null, 0, null));
    }

    private List<String> addresses(String text) {
        return list(text, null, null).items().stream().map(MailboxRow::address).toList();
    }

    private CursorPage<MailboxRow> list(String text, Integer limit, String after) {
        return database.inNewTransaction(() -> administration().list(text, limit, after));
    }

    private void polled(String error) {
        database.inNewTransaction(() -> {
            var mailbox = wiring.get(Mailboxes.class).byAddresses(List.of(address)).get(0);
            if (error == null) {
                mailbox.polled(wiring.clock().instant());
            } else {
                mailbox.pollFailed(error, wiring.clock().instant());
            }
            return null;
        });
    }

    private void change(ChangeMailbox wanted, Long seen) {
        database.inNewTransaction(() -> {
            administration().change(address, wanted, seen);
            return null;
        });
    }

    private MailboxRow find() {
        return database.inNewTransaction(() -> administration().find(address));
    }

    private static String contract(SampleCustomer of) {
        return "DESK-" + of.code();
    }

    private MailboxAdministration administration() {
        return wiring.get(MailboxAdministration.class);
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
