package org.countersign.web.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countersign.audit.service.AuditRow;
import org.countersign.escalation.model.EscalationEvent;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Texts;
import org.countersign.rota.model.RotaEvent;
import org.countersign.ticket.model.TicketEvent;
import org.countersign.vendor.model.VendorEvent;
import org.countersign.web.support.ScreenTexts;
import org.countersign.work.model.WorkEvent;
import org.junit.jupiter.api.Test;

/** The history of a ticket is told in words, whatever can stand in it. */
class HistoryWordsTest {

    /** The interfaces of events that are about a ticket, and where each event of theirs is declared. */
    private static final Map<Class<? extends DomainEvent>, Class<?>> ABOUT_A_TICKET = Map.of(
            TicketEvent.class, TicketEvent.class,
            EscalationEvent.class, EscalationEvent.class,
            VendorEvent.OnCase.class, VendorEvent.class,
            RotaEvent.OnCallOut.class, RotaEvent.class,
            WorkEvent.OnTicket.class, WorkEvent.class);

    private static final Path EVENTS = Path.of("../ejb/src/main/java");

    private final HistoryWords words = new HistoryWords(
            Locale.forLanguageTag("hu"), ZoneId.of("Europe/Budapest"), name -> "Person " + name, code -> "demanded " + code);

    @Test
    void every_event_of_a_ticket_is_named_in_every_language() {
        TreeSet<String> nameless = new TreeSet<>();
        List<String> events = events();
        assertThat(events).contains("TicketClockMoved", "VendorCaseOpened", "EscalationFired", "PersonCalled", "WorkBooked");
        for (Locale language : Texts.LANGUAGES) {
            HistoryWords told = new HistoryWords(language, ZoneId.of("UTC"), name -> name, code -> code);
            events.stream().filter(event -> told.what(row(event, Map.of())).startsWith("???")).forEach(nameless::add);
        }
        assertThat(nameless).isEmpty();
    }

    @Test
    void no_other_event_is_about_a_ticket() throws IOException {
        try (Stream<Path> files = Files.walk(EVENTS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(HistoryWordsTest::isAboutATicket))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(
                            ABOUT_A_TICKET.values().stream().map(where -> where.getSimpleName() + ".java").toList());
        }
    }

    @Test
    void moved_targets_are_told_in_the_readers_zone_with_their_cause() {
        AuditRow row = row("TicketClockMoved", Map.of(
                "why", "CONTRACT_VERSION 1 → 2", "moved", "resolutionDue: 2026-11-24T13:00:00Z → 2026-11-24T14:30:00Z\npriority: P3 → P2"));
        assertThat(words.what(row)).isEqualTo("Célidők újraszámítva");
        assertThat(words.facts(row))
                .containsExactlyInAnyOrder(
                        "Oka: szerződésváltozat: 1 → 2", "Megoldás: 2026. nov. 24. 14:00 → 2026. nov. 24. 15:30", "Prioritás: P3 → P2");
    }

    @Test
    void ids_are_not_shown_and_people_and_constants_have_their_names() {
        assertThat(words.facts(row("TicketRegistered", Map.of("contactId", 968, "level", "L1", "acknowledged", true))))
                .containsExactly("Szint: 1. szint");
        assertThat(words.facts(row("TicketAssigned", Map.of("to", "l2")))).containsExactly("Hová: Person l2");
        assertThat(words.facts(row("VendorTold", Map.of("entry", 4, "after", "OPEN")))).containsExactly("Most: A szállítónál");
        assertThat(words.facts(row("ResolutionAccepted", Map.of("resolutionId", 3, "contactId", 4, "authorisationId", 5)))).isEmpty();
    }

    @Test
    void every_fact_of_every_event_can_be_told_without_a_missing_text() {
        for (Locale language : Texts.LANGUAGES) {
            HistoryWords told = new HistoryWords(language, ZoneId.of("UTC"), name -> name, code -> code);
            for (DomainEventRecord event : records()) {
                Map<String, Object> facts = new LinkedHashMap<>();
                event.facts().forEach(fact -> facts.put(fact, "x"));
                assertThat(told.facts(row(event.name(), facts))).as(event.name()).noneMatch(fact -> fact.contains("???"));
            }
        }
    }

    private record DomainEventRecord(String name, List<String> facts) {}

    private static List<String> events() {
        return records().stream().map(DomainEventRecord::name).toList();
    }

    private static List<DomainEventRecord> records() {
        return ABOUT_A_TICKET.entrySet().stream()
                .flatMap(about -> Arrays.stream(about.getValue().getDeclaredClasses())
                        .filter(declared -> declared.isRecord() && about.getKey().isAssignableFrom(declared)))
                .map(event -> new DomainEventRecord(
                        event.getSimpleName(), Arrays.stream(event.getRecordComponents()).map(component -> component.getName()).toList()))
                .toList();
    }

    private static boolean isAboutATicket(Path file) {
        try {
            return Files.readString(file).contains("return \"ticket\";");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static AuditRow row(String action, Map<String, Object> facts) {
        return new AuditRow(1, "BAK", Instant.parse("2026-11-20T09:00:00Z"), "l1", null, action, "ticket", "CS-1", facts, null, null);
    }
}
