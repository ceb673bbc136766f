package org.countersign.audit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainLinkTest {

    private static final Instant SEALED = Instant.parse("2026-11-16T09:00:01Z");
    private static final EntryFacts ENTRY = new EntryFacts(
            1001, 7, Instant.parse("2026-11-16T09:00:00.12Z"), "árvíztűrő", null, "TicketRegistered", "ticket", "CS-100001", "{\"a\":1}");

    @Test
    void the_hash_is_of_the_bytes_that_the_documentation_spells_out() throws Exception {
        String bytes = "countersign-audit-1\n"
                + "64:0000000000000000000000000000000000000000000000000000000000000000\n"
                + "1:7\n"
                + "1:1\n"
                + "27:2026-11-16T09:00:01.000000Z\n"
                + "4:1001\n"
                + "27:2026-11-16T09:00:00.120000Z\n"
                + "13:árvíztűrő\n"
                + "-\n"
                + "16:TicketRegistered\n"
                + "6:ticket\n"
                + "9:CS-100001\n"
                + "7:{\"a\":1}\n";
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(StandardCharsets.UTF_8)));

        assertThat(ChainLink.after(ChainHead.origin(7), ENTRY, SEALED).hash()).isEqualTo(expected);
    }

    @Test
    void the_second_link_names_the_hash_of_the_first() {
        List<ChainLink> links = new Sealing(Map.of(), SEALED).link(List.of(ENTRY, ENTRY));

        assertThat(links).extracting(ChainLink::position).containsExactly(1L, 2L);
        assertThat(links.get(0).previousHash()).isEqualTo(ChainHead.ORIGIN);
        assertThat(links.get(1).previousHash()).isEqualTo(links.get(0).hash());
        assertThat(links.get(1).hash()).isNotEqualTo(links.get(0).hash());
    }

    @Test
    void every_contract_has_a_chain_of_its_own_that_goes_on_where_it_ended() {
        ChainHead seven = new ChainHead(7, 41, "f".repeat(64));
        EntryFacts system = with("contract");

        List<ChainLink> links = new Sealing(Map.of(7L, seven), SEALED).link(List.of(ENTRY, system));

        assertThat(links.get(0).position()).isEqualTo(42);
        assertThat(links.get(0).previousHash()).isEqualTo(seven.hash());
        assertThat(links.get(1).contractId()).isEqualTo(8);
        assertThat(links.get(1).position()).isEqualTo(1);
    }

    @Test
    void a_link_holds_the_entry_it_was_made_of() {
        assertThat(ChainLink.after(ChainHead.origin(7), ENTRY, SEALED).holds(ENTRY)).isTrue();
    }

    static List<String> fields() {
        return List.of("id", "occurredAt", "actor", "address", "emptyAddress", "action", "subjectType", "subjectId", "facts");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void no_field_of_the_entry_can_change(String field) {
        assertThat(ChainLink.after(ChainHead.origin(7), ENTRY, SEALED).holds(with(field))).isFalse();
    }

    @Test
    void no_field_of_the_link_can_change() {
        ChainLink link = ChainLink.after(ChainHead.origin(7), ENTRY, SEALED);

        assertThat(new ChainLink(8, 1, 1001, link.previousHash(), link.hash(), SEALED).holds(ENTRY)).isFalse();
        assertThat(new ChainLink(7, 2, 1001, link.previousHash(), link.hash(), SEALED).holds(ENTRY)).isFalse();
        assertThat(new ChainLink(7, 1, 1001, "f".repeat(64), link.hash(), SEALED).holds(ENTRY)).isFalse();
        assertThat(new ChainLink(7, 1, 1001, link.previousHash(), "f".repeat(64), SEALED).holds(ENTRY)).isFalse();
        assertThat(new ChainLink(7, 1, 1001, link.previousHash(), link.hash(), SEALED.plusNanos(1000)).holds(ENTRY)).isFalse();
    }

    @Test
    void text_cannot_move_from_one_field_to_the_next() {
        EntryFacts one = new EntryFacts(1, 7, SEALED, "ab", "c", "x", "t", "s", "{}");
        EntryFacts other = new EntryFacts(1, 7, SEALED, "a", "bc", "x", "t", "s", "{}");

        assertThat(ChainLink.after(ChainHead.origin(7), one, SEALED).holds(other)).isFalse();
    }

    private static EntryFacts with(String changed) {
        return new EntryFacts(
                changed.equals("id") ? 1002 : ENTRY.id(),
                changed.equals("contract") ? 8 : ENTRY.contractId(),
                changed.equals("occurredAt") ? ENTRY.occurredAt().plusNanos(1000) : ENTRY.occurredAt(),
                changed.equals("actor") ? "arvizturo" : ENTRY.actor(),
                changed.equals("address") ? "10.0.0.1" : changed.equals("emptyAddress") ? "" : ENTRY.address(),
                changed.equals("action") ? "TicketReleased" : ENTRY.action(),
                changed.equals("subjectType") ? "Ticket" : ENTRY.subjectType(),
                changed.equals("subjectId") ? "CS-100002" : ENTRY.subjectId(),
                changed.equals("facts") ? "{\"a\":2}" : ENTRY.facts());
    }
}
