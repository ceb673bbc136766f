package org.countersign.web.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.countersign.audit.service.AuditRow;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.Visibility;
import org.countersign.ticket.service.BoardEntry;
import org.countersign.ticket.service.ResolutionEntry;
import org.countersign.ticket.service.TicketDetails;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.Times;

/** Tells in one column what happened to a ticket: who asked what, what was done, what was proposed and what the customer said to it. */
final class TicketStory {

    private static final String CUSTOMER = "customer";
    private static final String DESK = "desk";

    private final Locale locale;
    private final ZoneId zone;
    private final UnaryOperator<String> nameOf;
    private final List<StoryEntry> entries = new ArrayList<>();

    /** @param nameOf what an account is called */
    TicketStory(Locale locale, ZoneId zone, UnaryOperator<String> nameOf) {
        this.locale = locale;
        this.zone = zone;
        this.nameOf = nameOf;
    }

    /** Everything told so far, oldest first; what happened at the same instant in the order in which it was told. */
    List<StoryEntry> entries() {
        return entries.stream().sorted(Comparator.comparing(StoryEntry::at)).toList();
    }

    TicketStory report(TicketDetails ticket) {
        String who = ticket.contact() == null ? ticket.organisation() : ticket.contact().name();
        entries.add(new StoryEntry(
                ticket.receivedAt(),
                "report",
                CUSTOMER,
                who,
                text("story.reported", Texts.of(locale, ticket.channel())),
                ticket.description()));
        return this;
    }

    TicketStory messages(List<BoardEntry> messages) {
        for (BoardEntry message : messages) {
            boolean internal = message.visibility() == Visibility.INTERNAL;
            entries.add(new StoryEntry(
                    message.postedAt(),
                    internal ? "internal" : "message",
                    message.byCustomer() ? CUSTOMER : DESK,
                    message.author(),
                    text(internal ? "story.wrote-internal" : "story.wrote"),
                    message.text()));
        }
        return this;
    }

    TicketStory resolutions(List<ResolutionEntry> resolutions) {
        for (ResolutionEntry resolution : resolutions) {
            entries.add(new StoryEntry(
                    resolution.proposedAt(), "proposal", DESK, resolution.proposedBy(), text("story.proposed"), resolution.text()));
            if (resolution.rejectedAt() != null) {
                entries.add(new StoryEntry(
                        resolution.rejectedAt(),
                        "rejection",
                        CUSTOMER,
                        resolution.rejectedBy(),
                        text("story.rejected"),
                        resolution.rejection()));
            }
        }
        return this;
    }

    TicketStory acceptance(TicketDetails.AcceptanceRecord acceptance) {
        if (acceptance != null) {
            entries.add(new StoryEntry(
                    acceptance.acceptedAt(),
                    "acceptance",
                    CUSTOMER,
                    acceptance.acceptedBy(),
                    text("story.accepted", Texts.of(locale, acceptance.manner())),
                    acceptance.comment()));
        }
        return this;
    }

    /** The steps that leave no text of their own on the board. */
    TicketStory steps(List<AuditRow> history) {
        for (AuditRow row : history) {
            Map<String, Object> facts = row.facts();
            switch (row.action()) {
                case "TicketAssigned" -> assigned(row, fact(facts, "to"));
                case "TicketOvertook" -> step(
                        row, DESK, text("story.overtook", fact(facts, "overtaken"), fact(facts, "first")), fact(facts, "reason"));
                case "WorkStarted" -> step(row, DESK, text("story.started"), null);
                case "TicketPutOnHold" -> step(row, DESK, putOnHold(facts), fact(facts, "note"));
                case "TicketResumed" -> step(row, DESK, text("story.resumed"), null);
                case "TicketEscalated" -> escalated(row, facts);
                case "VendorCaseOpened" -> step(row, DESK, text("story.vendor-asked"), fact(facts, "subject"));
                case "VendorCaseSolved" -> step(row, DESK, text("story.vendor-solved"), fact(facts, "ending"));
                // What ended the ticket, which took the case with it, has said why.
                case "VendorCaseWithdrawn" -> step(
                        row, DESK, text("story.vendor-withdrawn"), facts.get("endedWith") == null ? fact(facts, "ending") : null);
                case "EscalationFired" -> step(row, DESK, text("story.rule-fired", fact(facts, "rule")), null);
                case "TicketPutToCustomer" -> step(row, DESK, text("story.put-to-customer"), null);
                case "TicketHandedBack" -> step(
                        row,
                        Boolean.TRUE.equals(facts.get("byCustomer")) ? CUSTOMER : DESK,
                        text("story.handed-back", level(facts, "from"), level(facts, "to")),
                        null);
                case "ManagerNamed" -> step(row, DESK, text("story.manager-named", nameOf.apply(fact(facts, "to"))), null);
                case "TicketRegistered" -> opened(row, facts);
                case "TicketCategorised" -> step(row, DESK, text("story.categorised", fact(facts, "title")), null);
                case "ReportSupplemented" -> step(
                        row,
                        Boolean.TRUE.equals(facts.get("byCustomer")) ? CUSTOMER : DESK,
                        text(facts.get("missing") == null ? "story.completed" : "story.supplemented"),
                        null);
                case "TicketReleased" -> step(row, DESK, text("story.released"), null);
                case "TicketWithdrawn" -> step(row, CUSTOMER, text("story.withdrawn"), fact(facts, "reason"));
                case "TicketMarkedDuplicate" -> step(row, DESK, text("story.duplicate", fact(facts, "of")), null);
                case "TicketTransferred" -> step(
                        row, DESK, text("story.transferred", fact(facts, "to")), fact(facts, "reason"));
                case "TicketDeclined" -> step(row, DESK, text("story.declined"), fact(facts, "reason"));
                default -> {
                    // The rest is told with its text by the board, the proposals and the files.
                }
            }
        }
        return this;
    }

    private void opened(AuditRow row, Map<String, Object> facts) {
        if (Boolean.TRUE.equals(facts.get("direct"))) {
            step(row, DESK, text("story.opened-at", level(facts, "level"), fact(facts, "category")), null);
        }
    }

    private String putOnHold(Map<String, Object> facts) {
        String reason = named("HoldReason.", fact(facts, "reason"));
        String until = fact(facts, "until");
        return until == null
                ? text("story.on-hold", reason)
                : text("story.on-hold-until", reason, Times.dateTime(Instant.parse(until), zone, locale));
    }

    private void escalated(AuditRow row, Map<String, Object> facts) {
        boolean toVendor = SupportLevel.VENDOR.name().equals(facts.get("to"));
        String what = toVendor ? text("story.with-vendor") : text("story.escalated", level(facts, "from"), level(facts, "to"));
        step(row, DESK, what, fact(facts, "reason"));
    }

    private String level(Map<String, Object> facts, String name) {
        return named("SupportLevel.", fact(facts, name));
    }

    private void assigned(AuditRow row, String to) {
        step(row, DESK, row.actor().equals(to) ? text("story.taken") : text("story.assigned", nameOf.apply(to)), null);
    }

    private void step(AuditRow row, String side, String what, String text) {
        entries.add(new StoryEntry(row.occurredAt(), "step", side, nameOf.apply(row.actor()), what, text));
    }

    private String named(String prefix, String constant) {
        return constant == null ? "" : Texts.find(locale, prefix + constant).orElse(constant);
    }

    private String text(String key, Object... arguments) {
        return ScreenTexts.of(locale, key, arguments);
    }

    private static String fact(Map<String, Object> facts, String name) {
        Object value = facts.get(name);
        return value == null ? null : value.toString();
    }
}
