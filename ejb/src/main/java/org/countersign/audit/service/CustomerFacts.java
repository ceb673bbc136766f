package org.countersign.audit.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a customer may read in a ticket's history. What is not named here stays inside. */
final class CustomerFacts {

    private static final Map<String, Set<String>> SHOWN = Map.ofEntries(
            Map.entry("TicketRegistered", Set.of("state", "kind", "priority", "channel", "summary", "holdReason", "level", "category", "direct", "missing")),
            Map.entry("ReportSupplemented", Set.of("added", "missing", "byCustomer", "holdReason", "level", "category")),
            Map.entry("TicketReleased", Set.of()),
            Map.entry("TicketCategorised", Set.of("from", "to", "title")),
            Map.entry("WorkStarted", Set.of()),
            Map.entry("TicketPutOnHold", Set.of("reason", "until")),
            Map.entry("TicketResumed", Set.of()),
            // To level VENDOR too: that the report is with the vendor. Its cases, and what is said there, stay inside.
            Map.entry("TicketEscalated", Set.of("from", "to")),
            Map.entry("TicketPutToCustomer", Set.of("level")),
            Map.entry("TicketHandedBack", Set.of("from", "to", "byCustomer")),
            Map.entry("ResolutionProposed", Set.of("ordinal", "text")),
            Map.entry("ResolutionAccepted", Set.of("manner")),
            Map.entry("ResolutionRejected", Set.of("reason")),
            Map.entry("TicketWithdrawn", Set.of("reason")),
            Map.entry("TicketMarkedDuplicate", Set.of("of")),
            Map.entry("TicketTransferred", Set.of("to", "reason")),
            Map.entry("TicketDeclined", Set.of("reason")),
            Map.entry("MessagePosted", Set.of("channel", "byCustomer")),
            Map.entry("FileAttached", Set.of("name", "sizeBytes", "sha256")));

    private CustomerFacts() {}

    static Set<String> actions() {
        return SHOWN.keySet();
    }

    static AuditRow of(AuditRow row) {
        Map<String, Object> facts = new LinkedHashMap<>(row.facts());
        facts.keySet().retainAll(SHOWN.getOrDefault(row.action(), Set.of()));
        return new AuditRow(
                row.id(), row.contract(), row.occurredAt(), row.actor(), null, row.action(), row.subjectType(), row.subjectId(), facts,
                row.position(), row.hash());
    }
}
