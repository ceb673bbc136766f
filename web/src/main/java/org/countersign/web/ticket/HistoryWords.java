package org.countersign.web.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countersign.audit.service.AuditRow;
import org.countersign.kernel.Texts;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.Times;

/** A ticket's history in words: what happened, and of its facts those that say something to people, which ids do not. */
final class HistoryWords {

    private static final int LONGEST = 120;

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

    /** The text under which a fact is shown; what is not named here is not shown. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("activity", "timesheet.activity"),
            Map.entry("added", "fact.added"),
            Map.entry("after", "fact.after"),
            Map.entry("assignee", "ticket.assignee"),
            Map.entry("before", "fact.before"),
            Map.entry("belongsTo", "ticket.level"),
            Map.entry("by", "fact.by"),
            Map.entry("byCustomer", "fact.byCustomer"),
            Map.entry("category", "ticket.category"),
            Map.entry("channel", "ticket.channel"),
            Map.entry("due", "escalation.due"),
            Map.entry("endedWith", "vendor.ended-with"),
            Map.entry("ending", "fact.ending"),
            Map.entry("first", "line.overtook.first"),
            Map.entry("from", "fact.from"),
            Map.entry("holdReason", "ticket.hold-reason"),
            Map.entry("impact", "ticket.impact"),
            Map.entry("kind", "ticket.kind"),
            Map.entry("lacking", "ticket.note"),
            Map.entry("level", "ticket.level"),
            Map.entry("mailedFrom", "fact.mailedFrom"),
            Map.entry("mailedTo", "fact.mailedTo"),
            Map.entry("manager", "ticket.manager"),
            Map.entry("manner", "fact.manner"),
            Map.entry("minutes", "work.minutes"),
            Map.entry("missing", "fact.missing"),
            Map.entry("moved", ""),
            Map.entry("name", "ticket.file"),
            Map.entry("next", "vendor.next-reminder"),
            Map.entry("note", "ticket.note"),
            Map.entry("notified", "fact.notified"),
            Map.entry("number", "vendor.case"),
            Map.entry("of", "ticket.duplicate-of"),
            Map.entry("overtaken", "line.overtook.count"),
            Map.entry("person", "fact.person"),
            Map.entry("plannedAt", "visit.planned"),
            Map.entry("priority", "ticket.priority"),
            Map.entry("purpose", "visit.purpose"),
            Map.entry("raisedTo", "ticket.level"),
            Map.entry("reason", "ticket.reason"),
            Map.entry("reference", "vendor.reference"),
            Map.entry("resolutionDue", "ticket.resolution"),
            Map.entry("respondedAt", "fact.respondedAt"),
            Map.entry("responseDue", "ticket.response"),
            Map.entry("rule", "escalation.rule"),
            Map.entry("start", "work.start"),
            Map.entry("state", "ticket.state"),
            Map.entry("subject", "vendor.subject"),
            Map.entry("summary", "ticket.summary"),
            Map.entry("text", "ticket.solution"),
            Map.entry("title", "ticket.category"),
            Map.entry("to", "fact.to"),
            Map.entry("travelMinutes", "work.travel"),
            Map.entry("until", "ticket.hold-until"),
            Map.entry("updateDue", "ServiceTarget.UPDATE"),
            Map.entry("urgency", "ticket.urgency"),
            Map.entry("vendor", "vendor.vendor"),
            Map.entry("visibility", "ticket.visibility"),
            Map.entry("why", "fact.because"));

    /** Said in words by another fact of the same entry. */
    private static final Set<String> SAID_OTHERWISE = Set.of("TicketCategorised.from", "TicketCategorised.to");

    /** Where the names of a fact's constants are, by fact, or by entry and fact. */
    private static final Map<String, String> CONSTANTS = Map.ofEntries(
            Map.entry("activity", "Activity."),
            Map.entry("belongsTo", "SupportLevel."),
            Map.entry("channel", "Channel."),
            Map.entry("holdReason", "hold."),
            Map.entry("impact", "Impact."),
            Map.entry("kind", "TicketKind."),
            Map.entry("lacking", "escalation.reason."),
            Map.entry("level", "SupportLevel."),
            Map.entry("manner", "AcceptanceManner."),
            Map.entry("notified", "Role."),
            Map.entry("priority", "Priority."),
            Map.entry("raisedTo", "SupportLevel."),
            Map.entry("state", "TicketState."),
            Map.entry("urgency", "Urgency."),
            Map.entry("visibility", "ticket.visibility."),
            Map.entry("TicketAssessed.from", "Priority."),
            Map.entry("TicketAssessed.to", "Priority."),
            Map.entry("TicketEscalated.from", "SupportLevel."),
            Map.entry("TicketEscalated.to", "SupportLevel."),
            Map.entry("TicketHandedBack.from", "SupportLevel."),
            Map.entry("TicketHandedBack.to", "SupportLevel."),
            Map.entry("TicketPutOnHold.reason", "HoldReason."),
            Map.entry("VendorAnswered.after", "VendorCaseState."),
            Map.entry("VendorAnswered.before", "VendorCaseState."),
            Map.entry("VendorCaseSolved.before", "VendorCaseState."),
            Map.entry("VendorCaseWithdrawn.before", "VendorCaseState."),
            Map.entry("VendorCaseWithdrawn.endedWith", "TicketState."),
            Map.entry("VendorChased.reason", "ChaserReason."),
            Map.entry("VendorTold.after", "VendorCaseState."),
            Map.entry("VendorTold.before", "VendorCaseState."));

    /** Facts that are accounts. */
    private static final Set<String> PEOPLE = Set.of(
            "assignee", "by", "manager", "person", "TicketAssigned.from", "TicketAssigned.to", "ManagerNamed.from", "ManagerNamed.to",
            "VendorCaseHanded.before", "VendorCaseHanded.after");

    private final Locale locale;
    private final ZoneId zone;
    private final UnaryOperator<String> nameOf;
    private final UnaryOperator<String> demanded;

    /**
     * @param nameOf what an account is called
     * @param demanded what content that a contract demands is called
     */
    HistoryWords(Locale locale, ZoneId zone, UnaryOperator<String> nameOf, UnaryOperator<String> demanded) {
        this.locale = locale;
        this.zone = zone;
        this.nameOf = nameOf;
        this.demanded = demanded;
    }

    /** What happened. */
    String what(AuditRow row) {
        return ScreenTexts.of(locale, "event." + row.action());
    }

    /** The facts, each with its label. */
    List<String> facts(AuditRow row) {
        List<String> said = new ArrayList<>();
        row.facts().forEach((fact, value) -> {
            String label = LABELS.get(fact);
            if (value == null || label == null || SAID_OTHERWISE.contains(row.action() + "." + fact)) {
                return;
            }
            if (fact.equals("moved")) {
                value.toString().lines().map(this::moved).forEach(said::add);
            } else {
                said.add(ScreenTexts.of(locale, label) + ": " + value(row.action() + "." + fact, fact, value));
            }
        });
        return said;
    }

    /** A line such as {@code resolutionDue: 2026-11-24T13:00:00Z → 2026-11-24T14:00:00Z}. */
    private String moved(String line) {
        String[] parts = line.split(": ", 2);
        String label = LABELS.get(parts[0]);
        return parts.length < 2 || label == null ? instants(line) : ScreenTexts.of(locale, label) + ": " + instants(parts[1]);
    }

    private String value(String place, String fact, Object value) {
        String text = value.toString();
        if (value instanceof Boolean) {
            return ScreenTexts.of(locale, text.equals("true") ? "yes" : "no");
        }
        if (PEOPLE.contains(place) || PEOPLE.contains(fact)) {
            return nameOf.apply(text);
        }
        if (fact.equals("why")) {
            return because(text);
        }
        if (fact.equals("missing") || fact.equals("added")) {
            return Arrays.stream(text.split(",\\s*")).map(demanded).collect(Collectors.joining(", "));
        }
        String prefix = CONSTANTS.getOrDefault(place, CONSTANTS.get(fact));
        return prefix == null
                ? shortened(instants(text))
                : Arrays.stream(text.split(",\\s*")).map(constant -> named(prefix + constant, constant)).collect(Collectors.joining(", "));
    }

    /** {@code CONTRACT_VERSION 1 → 2} or {@code CALENDAR NL-OFFICE 1 → 2}. */
    private String because(String why) {
        int end = why.indexOf(' ');
        return end < 0 ? why : ScreenTexts.of(locale, "fact.because." + why.substring(0, end), why.substring(end + 1));
    }

    private String named(String key, String otherwise) {
        String name = ScreenTexts.of(locale, key);
        return name.startsWith("???") ? otherwise : name;
    }

    private String instants(String text) {
        return INSTANT.matcher(text).replaceAll(found -> Times.dateTime(Instant.parse(found.group()), zone, locale).replace("$", "\\$"));
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
