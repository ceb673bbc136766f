package org.countersign.audit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.countersign.audit.model.AuditEntry;
import org.countersign.audit.model.AuditTrail;
import org.countersign.audit.model.ChainFault;
import org.countersign.audit.model.Chains;
import org.countersign.audit.model.Sealing;
import org.countersign.kernel.lease.Leases;
import org.countersign.kernel.lease.LocalNode;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Sealing and verifying, and what somebody with the owner's password could do to it. */
@OnEachDatabase
class AuditChainTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;

    @BeforeEach
    void an_empty_trail_and_a_customer() throws Exception {
        wiring = new Wiring(database);
        for (String table : List.of("audit_head", "audit_seal", "audit_unsealed", "audit_entry", "lease")) {
            database.executeAsOwner("DELETE FROM " + table);
        }
        customer = SampleCustomer.store(database, wiring, "A" + customers++);
    }

    @Test
    void an_empty_trail_is_intact() {
        AuditVerdict verdict = verify();

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.entries()).isZero();
        assertThat(verdict.heads()).isEmpty();
    }

    @Test
    void entries_wait_for_their_link_and_then_have_one() {
        record(0, 2);
        record(customer.contractId(), 3);
        assertThat(verify().unsealed()).isEqualTo(5);

        assertThat(seal()).isEqualTo(5);

        AuditVerdict verdict = verify();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.entries()).isEqualTo(5);
        assertThat(verdict.unsealed()).isZero();
        assertThat(verdict.heads())
                .extracting(AuditVerdict.Head::contract, AuditVerdict.Head::position)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, 2L),
                        org.assertj.core.groups.Tuple.tuple("DESK-" + customer.code(), 3L));
    }

    @Test
    void a_chain_goes_on_with_the_next_batch() {
        record(0, 2);
        seal();
        wiring.clock().advance(java.time.Duration.ofSeconds(1));
        record(0, 2);
        seal();

        assertThat(verify().intact()).isTrue();
        assertThat(verify().heads()).singleElement().satisfies(head -> assertThat(head.position()).isEqualTo(4));
    }

    @Test
    void a_batch_is_five_hundred_entries_and_takes_a_fixed_number_of_statements() {
        record(0, 1200);

        assertThat(List.of(seal(), seal(), seal(), seal())).containsExactly(500, 500, 200, 0);

        assertThat(verify().intact()).isTrue();
        record(0, 10);
        int few = database.statements().count(this::seal);
        record(0, 100);
        assertThat(database.statements().count(this::seal)).isEqualTo(few);
    }

    @Test
    void verification_reads_long_chains_page_by_page() {
        record(0, 2 * AuditVerification.PAGE + 1);
        while (seal() > 0) {}

        AuditVerdict verdict = verify();

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.heads().get(0).position()).isEqualTo(2 * AuditVerification.PAGE + 1);
    }

    @Test
    void the_timer_seals_on_one_node_only() {
        record(0, 501);
        AuditSealerTimer first = timer("first");
        AuditSealerTimer second = timer("second");

        database.inTransaction(first::seal);
        assertThat(verify().unsealed()).isZero();
        record(0, 1);
        database.inTransaction(second::seal);

        assertThat(verify().unsealed()).isEqualTo(1);
    }

    @Test
    void two_nodes_that_seal_at_once_do_not_fork_a_chain() {
        record(0, 1);
        seal();
        record(0, 1);
        Chains chains = wiring.get(Chains.class);

        assertThatThrownBy(() -> database.inNewTransaction(() -> {
                    var entries = chains.unsealed(500);
                    // This node saw the head before the other one committed.
                    var stale = new Sealing(Map.of(), Instant.parse("2026-11-16T09:00:00Z")).link(entries);
                    chains.append(stale);
                    return null;
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(seal()).isEqualTo(1);
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void an_altered_entry_is_found() throws Exception {
        sealedEntries(5);
        for (String change : List.of(
                "actor = 'forged'",
                "address = '10.0.0.9'",
                "action = 'Forged'",
                "subject_type = 'forged'",
                "subject_id = 'forged'",
                "facts = '{}'",
                "occurred_at = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00:00'")) {
            sealedEntries(5);
            assertThat(database.executeAsOwner("UPDATE audit_entry SET " + change + " WHERE id = " + entryAt(3))).isEqualTo(1);
            assertThat(verify().firstBroken())
                    .as(change)
                    .isEqualTo(new AuditVerdict.Broken(null, 3, entryAt(3), ChainFault.ALTERED));
            assertThat(verify().intact()).isFalse();
        }
    }

    @Test
    void an_entry_moved_to_another_contract_is_found() throws Exception {
        sealedEntries(5);
        database.executeAsOwner("UPDATE audit_entry SET contract_id = " + customer.contractId() + " WHERE id = " + entryAt(3));

        assertThat(verify().firstBroken().fault()).isEqualTo(ChainFault.WRONG_CHAIN);
    }

    @Test
    void an_altered_seal_is_found() throws Exception {
        for (String change : List.of(
                "hash = '" + "f".repeat(64) + "'", "sealed_at = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00:00'")) {
            sealedEntries(5);
            database.executeAsOwner("UPDATE audit_seal SET " + change + " WHERE chain_position = 3");

            assertThat(verify().firstBroken()).as(change).isEqualTo(new AuditVerdict.Broken(null, 3, entryAt(3), ChainFault.ALTERED));
        }
        sealedEntries(5);
        database.executeAsOwner("UPDATE audit_seal SET previous_hash = ? WHERE chain_position = 3", "f".repeat(64));
        assertThat(verify().firstBroken().fault()).isEqualTo(ChainFault.DETACHED);
    }

    @Test
    void a_deleted_seal_is_found() throws Exception {
        sealedEntries(5);
        database.executeAsOwner("DELETE FROM audit_seal WHERE chain_position = 3");

        assertThat(verify().firstBroken()).isEqualTo(new AuditVerdict.Broken(null, 3, null, ChainFault.GAP));
    }

    @Test
    void a_deleted_entry_is_found_wherever_it_stood() throws Exception {
        for (int position : List.of(1, 3, 5)) {
            sealedEntries(5);
            long entry = entryAt(position);
            database.executeAsOwner("DELETE FROM audit_seal WHERE entry_id = " + entry);
            database.executeAsOwner("DELETE FROM audit_entry WHERE id = " + entry);

            assertThat(verify().firstBroken())
                    .isEqualTo(new AuditVerdict.Broken(
                            null, position, null, position == 5 ? ChainFault.END_CUT_OFF : ChainFault.GAP));
        }
    }

    @Test
    void a_chain_deleted_as_a_whole_is_found() throws Exception {
        sealedEntries(5);
        database.executeAsOwner("DELETE FROM audit_seal");
        database.executeAsOwner("DELETE FROM audit_entry");

        assertThat(verify().firstBroken()).isEqualTo(new AuditVerdict.Broken(null, 1, null, ChainFault.END_CUT_OFF));
    }

    @Test
    void an_entry_kept_from_the_sealer_is_found() throws Exception {
        sealedEntries(5);
        record(0, 1);
        database.executeAsOwner("DELETE FROM audit_unsealed");

        AuditVerdict verdict = verify();
        assertThat(verdict.unsealed()).isEqualTo(1);
        assertThat(verdict.firstBroken().fault()).isEqualTo(ChainFault.SEAL_DELETED);
    }

    @Test
    void links_added_behind_the_noted_end_are_found() throws Exception {
        sealedEntries(5);
        database.executeAsOwner("UPDATE audit_head SET chain_position = 4");

        assertThat(verify().firstBroken().fault()).isEqualTo(ChainFault.END_CUT_OFF);
    }

    private void sealedEntries(int count) throws Exception {
        an_empty_trail_and_a_customer();
        record(0, count);
        seal();
        assertThat(verify().intact()).isTrue();
    }

    private void record(long contract, int count) {
        database.inTransaction(() -> {
            for (int i = 0; i < count; i++) {
                wiring.get(AuditTrail.class)
                        .add(new AuditEntry(contract, wiring.clock().instant(), "anna", null, "Something", "thing", "T" + i, "{\"n\":" + i + "}"));
            }
        });
    }

    private long entryAt(int position) {
        return database.inTransaction(() -> wiring.get(Chains.class).read(org.countersign.audit.model.ChainHead.origin(-1), 500).stream()
                .filter(sealed -> sealed.link().position() == position)
                .findFirst()
                .orElseThrow()
                .link()
                .entryId());
    }

    private int seal() {
        return database.inNewTransaction(() -> wiring.get(AuditSealer.class).sealBatch());
    }

    private AuditVerdict verify() {
        return database.inTransaction(() -> wiring.get(AuditVerification.class).verify());
    }

    private AuditSealerTimer timer(String node) {
        return new Wiring(database)
                .bind(jakarta.ejb.TimerService.class, null)
                .bind(Leases.class, new Wiring(database)
                        .bind(LocalNode.class, new LocalNode() {
                            @Override
                            public String name() {
                                return node;
                            }
                        })
                        .get(Leases.class))
                .get(AuditSealerTimer.class);
    }
}
