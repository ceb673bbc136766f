package org.countersign.web.ticket;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.audit.service.AuditQueries;
import org.countersign.audit.service.AuditRow;
import org.countersign.customer.model.MinimumContent;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.Texts;
import org.countersign.serviceclock.model.Segment;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.service.AttachmentRow;
import org.countersign.ticket.service.BoardEntry;
import org.countersign.ticket.service.ExplainedClock;
import org.countersign.ticket.service.TicketDetails;
import org.countersign.ticket.service.TicketQueries;
import org.countersign.web.support.Address;
import org.countersign.web.support.DueBadge;
import org.countersign.web.support.DueBadges;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.People;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.Times;

/** The ticket that a page is about, with its story; the same for desk and portal, each of which adds its own steps. */
@Named
@RequestScoped
public class TicketPage {

    /** Names under which the portal's form keeps what it asks for (M82, M84, M86). */
    private static final Set<String> REPORTED = Set.of("function", "user", "message", "before");

    @EJB
    private TicketQueries queries;

    @EJB
    private AuditQueries audit;

    @Inject
    private People people;

    @Inject
    private DueBadges badges;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private TicketDetails ticket;
    private CursorPage<BoardEntry> board;
    private CursorPage<AuditRow> history;
    private List<StoryEntry> story;
    private ExplainedClock clock;
    private List<AttachmentRow> files;
    private HistoryWords words;

    /** From the address. */
    public String getNumber() {
        String number = request.getParameter("number");
        if (number == null || number.isBlank()) {
            throw BusinessRuleViolation.notFound("ticket", "");
        }
        return number.strip();
    }

    /** The version that the reader saw when the form was shown, so that nobody decides on what is not there any more. */
    public long getSeenVersion() {
        try {
            return Long.parseLong(request.getParameter("version"));
        } catch (NumberFormatException missing) {
            throw BusinessRuleViolation.stale(getNumber());
        }
    }

    public TicketDetails getTicket() {
        if (ticket == null) {
            ticket = queries.find(getNumber());
        }
        return ticket;
    }

    /** Called before the page is shown, so that a ticket that is not there is answered as such. */
    public void load() {
        getTicket();
    }

    /** Forgets what was read, because it changed meanwhile. */
    public void reload() {
        ticket = null;
    }

    /**
     * Whether the step is on offer. In the request that tries it, it stays on the page with what was typed, whatever became of it.
     *
     * @param action name of a {@link TicketAction}
     */
    public boolean offers(String action) {
        return request.getParameter("step" + action) != null || getTicket().legalActions().contains(TicketAction.valueOf(action));
    }

    public boolean isOpen() {
        return getTicket().state().isOpen();
    }

    public DueBadge getResponse() {
        return badges.badge(getTicket().contract(), getTicket().responseDue(), getTicket().respondedAt(), isOpen(), getTicket().state() == TicketState.ON_HOLD);
    }

    public DueBadge getResolution() {
        return badges.badge(getTicket().contract(), getTicket().resolutionDue(), getTicket().resolvedAt(), isOpen(), getTicket().state() == TicketState.ON_HOLD);
    }

    /** A further fact of the report. */
    public record Field(String label, String value) {}

    /** The report's further facts; those that our own form asks for under their names in the reader's language. */
    public List<Field> getFields() {
        return getTicket().fields().entrySet().stream()
                .map(field -> new Field(labelOf(field.getKey()), field.getValue()))
                .toList();
    }

    private String labelOf(String name) {
        return REPORTED.contains(name) ? ScreenTexts.of(reader.getLocale(), "report." + name) : name;
    }

    /** Why and until when the ticket waits, or nothing. */
    public String getHoldSentence() {
        return Stream.of(getWhyHeld(), getHeldUntil()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String getHeldUntil() {
        Instant until = getTicket().holdUntil();
        return until == null
                ? ""
                : ScreenTexts.of(reader.getLocale(), "ticket.waits-until", Times.dateTime(until, reader.getZone(), reader.getLocale()));
    }

    private String getWhyHeld() {
        String reason = getTicket().holdReason();
        if (reason == null) {
            return "";
        }
        String sentence = Texts.find(reader.getLocale(), "hold." + reason).orElse(reason);
        return getTicket().missing().isEmpty()
                ? sentence
                : sentence + ": " + getTicket().missing().stream().map(this::inWords).collect(Collectors.joining(", "));
    }

    /** Whether the report waits for content that the contract demands. */
    public boolean isIncomplete() {
        return getTicket().legalActions().contains(TicketAction.COMPLETE);
    }

    /** What the contract demands as the reader calls it. */
    String inWords(String demanded) {
        return demanded.startsWith(MinimumContent.FIELD)
                ? labelOf(demanded.substring(MinimumContent.FIELD.length()))
                : MinimumContent.inWords(demanded, reader.getLocale());
    }

    /** What happened, oldest first. */
    public List<StoryEntry> getStory() {
        if (story == null) {
            TicketStory told = new TicketStory(reader.getLocale(), reader.getZone(), this::nameOf).messages(getBoard().items());
            if (!isOlderPart()) {
                told.report(getTicket())
                        .steps(getHistory().items())
                        .resolutions(queries.resolutions(getNumber()))
                        .acceptance(getTicket().acceptance());
            }
            story = told.entries();
        }
        return story;
    }

    private boolean isOlderPart() {
        return request.getParameter("before") != null;
    }

    private CursorPage<BoardEntry> getBoard() {
        if (board == null) {
            board = queries.board(getNumber(), null, Parameters.text(request, "before"));
        }
        return board;
    }

    /** Where older messages are read, or {@code null} when all are shown. */
    public String getOlderAddress() {
        return getBoard().next() == null
                ? null
                : Address.of(request.getRequestURI()).with("number", getNumber()).with("before", getBoard().next()).toString();
    }

    /** The audit trail's entries of this ticket, oldest first. */
    public CursorPage<AuditRow> getHistory() {
        if (history == null) {
            history = audit.ticketHistory(getNumber(), CursorPage.MAXIMUM_LIMIT, null);
            people.meet(history.items().stream().map(AuditRow::actor).toList());
        }
        return history;
    }

    public List<AttachmentRow> getFiles() {
        if (files == null) {
            files = queries.attachments(getNumber());
        }
        return files;
    }

    public ExplainedClock getClock() {
        if (clock == null) {
            clock = queries.clock(getNumber());
        }
        return clock;
    }

    /** How much of a target's time is used, in whole percent, at most 100. */
    public long percent(ExplainedClock.Target target) {
        return Math.min(100, Math.round(100.0 * minutes(target.consumed()) / Math.max(1, minutes(target.promised()))));
    }

    /** A stretch of a target's timeline, in thousandths of its length. */
    public record Stretch(long from, long length, boolean counted) {}

    /** The timeline of a target, to be drawn beside the table that says the same. */
    public List<Stretch> timeline(ExplainedClock.Target target) {
        List<Segment> segments = target.segments();
        Instant begin = segments.get(0).from();
        long whole = Math.max(1, Duration.between(begin, segments.get(segments.size() - 1).to()).toSeconds());
        return segments.stream()
                .map(segment -> {
                    long from = Duration.between(begin, segment.from()).toSeconds() * 1000 / whole;
                    long to = Duration.between(begin, segment.to()).toSeconds() * 1000 / whole;
                    return new Stretch(from, to - from, segment.counted());
                })
                .toList();
    }

    private static long minutes(Duration duration) {
        return duration.toMinutes();
    }

    /** What an account is called. */
    public String nameOf(String account) {
        return people.nameOf(account);
    }

    /** What a history entry is about, in words. */
    public String whatOf(AuditRow row) {
        return words().what(row);
    }

    /** The facts of a history entry, one to a line. */
    public List<String> factsOf(AuditRow row) {
        return words().facts(row);
    }

    private HistoryWords words() {
        if (words == null) {
            words = new HistoryWords(reader.getLocale(), reader.getZone(), this::nameOf, this::inWords);
        }
        return words;
    }
}
