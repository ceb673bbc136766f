package org.countersign.web.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.audit.service.AuditRow;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Visibility;
import org.countersign.ticket.service.BoardEntry;
import org.countersign.ticket.service.ResolutionEntry;
import org.countersign.web.support.Times;
import org.junit.jupiter.api.Test;

class TicketStoryTest {

    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    private final TicketStory story = new TicketStory(Locale.ENGLISH, ZoneId.of("Europe/Budapest"), name -> "Agent " + name);

    @Test
    void what_happened_is_told_in_order_whatever_its_source() {
        story.messages(List.of(new BoardEntry(2, "Anna", true, Visibility.PUBLIC, Channel.PORTAL, "Any news?", at(20))))
                .resolutions(List.of(new ResolutionEntry(1, "Rebooted", "Lea", at(30), "Anna", at(40), "Still broken")))
                .steps(List.of(step(10, "WorkStarted", Map.of())));
        assertThat(story.entries()).extracting(StoryEntry::kind).containsExactly("step", "message", "proposal", "rejection");
        assertThat(story.entries()).extracting(StoryEntry::text).containsExactly(null, "Any news?", "Rebooted", "Still broken");
    }

    @Test
    void an_escalation_says_from_where_to_where_and_why() {
        story.steps(List.of(step(5, "TicketEscalated", Map.of("from", "L1", "to", "L2", "reason", "Needs the vendor's log"))));
        StoryEntry entry = story.entries().get(0);
        assertThat(entry.what()).isEqualTo("escalated it from Level 1 to Level 2");
        assertThat(entry.text()).isEqualTo("Needs the vendor's log");
        assertThat(entry.who()).isEqualTo("Agent l1");
    }

    @Test
    void a_ticket_at_the_vendor_is_told_without_levels() {
        story.steps(List.of(step(5, "TicketEscalated", Map.of("from", "L1", "to", "VENDOR"))));
        assertThat(story.entries()).extracting(StoryEntry::what).containsExactly("passed it to the vendor");
    }

    @Test
    void why_a_ticket_opened_at_a_higher_level_and_what_kind_of_work_it_is_are_told() {
        story.steps(List.of(
                step(1, "TicketRegistered", Map.of("level", "L2", "category", "CONNECTIVITY", "direct", true)),
                step(2, "TicketRegistered", Map.of("level", "L1", "category", "BUG", "direct", false)),
                step(3, "TicketCategorised", Map.of("to", "BUG", "title", "Bugs"))));
        assertThat(story.entries()).extracting(StoryEntry::what)
                .containsExactly("opened at Level 2, as the contract has it for CONNECTIVITY", "put it under Bugs");
    }

    @Test
    void what_was_added_to_an_incomplete_report_is_told_with_who_added_it() {
        story.steps(List.of(
                step(1, "ReportSupplemented", Map.of("missing", "SERVICE", "byCustomer", true)),
                step(2, "ReportSupplemented", Map.of("byCustomer", false))));
        assertThat(story.entries()).extracting(StoryEntry::what).containsExactly("added to the report", "completed the report");
        assertThat(story.entries()).extracting(StoryEntry::side).containsExactly("customer", "desk");
    }

    @Test
    void who_assigns_a_ticket_to_himself_takes_it() {
        story.steps(List.of(
                step(1, "TicketAssigned", Map.of("to", "l1")), step(2, "TicketAssigned", Map.of("from", "l1", "to", "l2"))));
        assertThat(story.entries()).extracting(StoryEntry::what).containsExactly("took it", "assigned it to Agent l2");
    }

    @Test
    void a_hold_tells_why_and_until_when_if_that_was_agreed() {
        story.steps(List.of(
                step(1, "TicketPutOnHold", Map.of("reason", "AGREED_DATE", "until", "2026-11-23T08:30:00Z", "note", "Visit")),
                step(2, "TicketPutOnHold", Map.of("reason", "AWAITING_VENDOR"))));
        assertThat(story.entries().get(0).what())
                .isEqualTo("put it on hold until "
                        + Times.dateTime(Instant.parse("2026-11-23T08:30:00Z"), ZoneId.of("Europe/Budapest"), Locale.ENGLISH)
                        + ": Agreed date")
                .contains("9:30");
        assertThat(story.entries().get(0).text()).isEqualTo("Visit");
        assertThat(story.entries().get(1).what()).isEqualTo("put it on hold: Waiting for the vendor");
    }

    @Test
    void a_message_for_the_desk_only_is_marked() {
        story.messages(List.of(new BoardEntry(1, "Lea", false, Visibility.INTERNAL, Channel.PORTAL, "Hm", at(1))));
        assertThat(story.entries().get(0).kind()).isEqualTo("internal");
    }

    @Test
    void entries_told_elsewhere_with_their_text_are_not_told_twice() {
        story.steps(List.of(step(1, "MessagePosted", Map.of()), step(2, "ResolutionProposed", Map.of("text", "x"))));
        assertThat(story.entries()).isEmpty();
    }

    private static AuditRow step(int minute, String action, Map<String, Object> facts) {
        return new AuditRow(minute, "BAK", at(minute), "l1", null, action, "ticket", "CS-1", new HashMap<>(facts), null, null);
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
