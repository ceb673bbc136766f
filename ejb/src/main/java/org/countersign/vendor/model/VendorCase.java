package org.countersign.vendor.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Changes;
import org.countersign.kernel.Input;
import org.countersign.serviceclock.model.Due;
import org.countersign.serviceclock.model.Pause;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.serviceclock.model.ServiceClockRefusal;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.Text;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.TicketState;

/**
 * What a vendor was asked to solve for a ticket.
 *
 * <p>It is opened under the promises of the vendor's underpinning contract, with an owner who is told when the vendor is late. The vendor
 * answers, which stops its time; we tell it more, which makes its time run on. In the end it is solved, or withdrawn: by the desk, or because
 * its ticket ended unsolved. What was told, answered
 * and chased is an entry each, and from these the time is read; the columns for it are a copy for lists.
 */
@Entity
@Table(name = "vendor_case")
public class VendorCase {

    /** Longest text of the correspondence, in characters. */
    public static final int LONGEST = 20_000;

    /** Where a case stands in the list by due instant that has ended: behind all running ones. */
    static final Instant ENDED_ORDER = Instant.parse("9999-12-31T00:00:00Z");

    /** Where a running case stands in which the vendor owes nothing now. */
    static final Instant HALTED_ORDER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String OUR_TURN = "ANSWERED";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vendor_case")
    @SequenceGenerator(name = "vendor_case", sequenceName = "vendor_case_seq", allocationSize = 1)
    private Long id;

    @Version
    private long version;

    private String number;

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "vendor_id")
    private long vendorId;

    private String reference;
    private String subject;
    private String description;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Enumerated(EnumType.STRING)
    private VendorCaseState state;

    @Column(name = "owner_id")
    private long ownerId;

    @Column(name = "opened_by_id")
    private long openedById;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "mailed_to")
    private String mailedTo;

    @Column(name = "calendar_code")
    private String calendar;

    @Column(name = "response_minutes")
    private int responseMinutes;

    @Column(name = "resolution_minutes")
    private Integer resolutionMinutes;

    @Column(name = "chase_every_minutes")
    private int chaseEveryMinutes;

    @Column(name = "response_due")
    private Instant responseDue;

    @Column(name = "responded_at")
    private Instant respondedAt;

    @Column(name = "resolution_due")
    private Instant resolutionDue;

    @Column(name = "chase_at")
    private Instant chaseAt;

    private int chasers;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by_id")
    private Long endedById;

    private String ending;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_with")
    private TicketState endedWith;

    @Column(name = "ending_mailed_to")
    private String endingMailedTo;

    @Column(name = "due_order")
    private Instant dueOrder;

    @OneToMany(mappedBy = "vendorCase", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<VendorCaseEntry> entries = new ArrayList<>();

    protected VendorCase() {}

    /**
     * What the vendor is asked.
     *
     * @param reference the vendor's own, if it gave one already
     */
    public record Question(String subject, String description, String reference) {}

    /**
     * Asks a vendor. It is the vendor's turn, and its time runs.
     *
     * @param hours the vendor's
     * @throws BusinessRuleViolation {@code vendor-time-out-of-reach}, and as {@link Text} and {@link Input} refuse
     */
    public static VendorCase open(
            TicketRef ticket, Priority priority, Vendor vendor, Question question, long byId, ServiceCalendar hours, Instant now) {
        UnderpinningContract contract = vendor.contract();
        VendorTimes times = contract.targets().get(priority);
        VendorCase opened = new VendorCase();
        opened.ticketId = ticket.id();
        opened.contractId = ticket.contractId();
        opened.vendorId = vendor.id();
        opened.subject = Text.line("subject", question.subject(), Text.SUMMARY);
        opened.description = Text.required("description", question.description(), LONGEST);
        opened.reference = Input.optionalLine("reference", question.reference(), 100);
        opened.priority = priority;
        opened.state = VendorCaseState.OPEN;
        opened.ownerId = byId;
        opened.openedById = byId;
        opened.openedAt = now;
        opened.mailedTo = vendor.address().email();
        opened.calendar = contract.calendar();
        opened.responseMinutes = (int) times.response().toMinutes();
        opened.resolutionMinutes = times.resolution() == null ? null : (int) times.resolution().toMinutes();
        opened.chaseEveryMinutes = (int) contract.chaseEvery().toMinutes();
        opened.recompute(hours);
        opened.chaseAt = opened.nextChaser(hours, now);
        return opened;
    }

    /** Called by the repository once the id is drawn, before the row is written. */
    public void numbered() {
        number = "VC-" + id;
    }

    /**
     * We tell the vendor something. If it was our turn, it is the vendor's again.
     *
     * @param toAddress the vendor's address, or {@code null} where it takes no mail
     * @return what was told
     */
    public VendorCaseEntry tell(String text, long byId, String toAddress, ServiceCalendar hours, Instant at) {
        String said = Text.required("text", text, LONGEST);
        requireLegal(VendorCaseAction.TELL);
        VendorCaseEntry told = write(VendorCaseEntry.told(this, entries.size(), said, byId, toAddress, inOrder(at)));
        if (state == VendorCaseState.ANSWERED) {
            state = VendorCaseState.OPEN;
            recompute(hours);
            chaseAt = nextChaser(hours, told.at());
        }
        return told;
    }

    /** The vendor told us something, as somebody recorded it. It is our turn, and the vendor's time stands still. */
    public VendorCaseEntry answer(String text, long byId, ServiceCalendar hours, Instant at) {
        String said = Text.required("text", text, LONGEST);
        requireLegal(VendorCaseAction.ANSWER);
        return answered(VendorCaseEntry.answered(this, entries.size(), said, byId, inOrder(at)), hours);
    }

    /**
     * The vendor told us something by mail.
     *
     * @param from the address that it came from
     * @param messageId the message that it is
     */
    public VendorCaseEntry answerByMail(String text, String from, long messageId, ServiceCalendar hours, Instant at) {
        String said = Text.required("text", text, LONGEST);
        requireLegal(VendorCaseAction.ANSWER);
        return answered(VendorCaseEntry.answeredByMail(this, entries.size(), said, from, messageId, inOrder(at)), hours);
    }

    private VendorCaseEntry answered(VendorCaseEntry answer, ServiceCalendar hours) {
        write(answer);
        respondedAt = respondedAt == null ? answer.at() : respondedAt;
        state = VendorCaseState.ANSWERED;
        chaseAt = null;
        recompute(hours);
        return answer;
    }

    /** What the vendor gave solved it. */
    public void solve(String text, long byId, Instant now) {
        end(VendorCaseAction.SOLVE, VendorCaseState.SOLVED, Text.required("text", text, LONGEST), byId, now);
    }

    /**
     * We no longer need the vendor.
     *
     * @param toAddress the vendor's address, or {@code null} where it takes no mail
     */
    public void withdraw(String text, long byId, String toAddress, Instant now) {
        end(VendorCaseAction.WITHDRAW, VendorCaseState.WITHDRAWN, Text.required("text", text, LONGEST), byId, now);
        endingMailedTo = toAddress;
    }

    /**
     * The ticket ended without a solution, and nobody needs the vendor's.
     *
     * @param end in which state the ticket ended
     * @param why as whoever ended it said, or the number of the ticket that it is the same as
     * @param toAddress the vendor's address, or {@code null} where it takes no mail
     */
    public void endWithTicket(TicketState end, String why, long byId, String toAddress, Instant now) {
        withdraw(why, byId, toAddress, now);
        endedWith = end;
    }

    private void end(VendorCaseAction action, VendorCaseState end, String how, long byId, Instant now) {
        requireLegal(action);
        state = end;
        ending = how;
        endedById = byId;
        endedAt = inOrder(now);
        chaseAt = null;
        dueOrder = ENDED_ORDER;
    }

    /**
     * The vendor's own number for it, which may also be corrected after the end.
     *
     * @return whether it is another than before
     */
    public boolean refer(String newReference) {
        String before = reference;
        reference = Input.optionalLine("reference", newReference, 100);
        return !Objects.equals(before, reference);
    }

    /**
     * Somebody else sees to it.
     *
     * @return whether it is somebody else
     */
    public boolean hand(long newOwnerId) {
        if (!state.isRunning()) {
            throw ended();
        }
        boolean other = ownerId != newOwnerId;
        ownerId = newOwnerId;
        return other;
    }

    /**
     * The time for a chaser has come.
     *
     * @param toAddress the vendor's address, or {@code null} where it takes no mail
     * @return the chaser
     */
    public VendorCaseEntry chase(String toAddress, ServiceCalendar hours, Instant at) {
        Instant now = inOrder(at);
        VendorCaseEntry chaser = write(VendorCaseEntry.chaser(this, entries.size(), chaserReason(now), toAddress, now));
        chasers++;
        chaseAt = nextChaser(hours, now);
        return chaser;
    }

    private ChaserReason chaserReason(Instant now) {
        if (resolutionDue != null && !now.isBefore(resolutionDue)) {
            return ChaserReason.NO_SOLUTION;
        }
        return respondedAt == null ? ChaserReason.NO_RESPONSE : ChaserReason.NO_WORD;
    }

    /** Computes the due instants anew; the same hours give the same again. */
    public void recompute(ServiceCalendar hours) {
        responseDue = due(hours, response(), List.of()).instant().orElseThrow();
        resolutionDue = resolution().flatMap(time -> due(hours, time, pauses()).instant()).orElse(null);
        dueOrder = dueOrder();
    }

    /**
     * The hours are others from now on: due instants and the next chaser follow.
     *
     * @return what moved, e.g. {@code responseDue: 2026-11-16T13:00:00Z → 2026-11-17T11:00:00Z}
     */
    public List<String> follow(ServiceCalendar hours) {
        Instant responseBefore = responseDue;
        Instant resolutionBefore = resolutionDue;
        Instant chaseBefore = chaseAt;
        recompute(hours);
        if (chaseAt != null) {
            chaseAt = nextChaser(hours, silentSince());
        }
        return new Changes()
                .note("responseDue", responseBefore, responseDue)
                .note("resolutionDue", resolutionBefore, resolutionDue)
                .note("chaseAt", chaseBefore, chaseAt)
                .lines();
    }

    /** From when on the time to the next chaser counts: what we only add while it is the vendor's turn gives it no more time. */
    private Instant silentSince() {
        Instant since = openedAt;
        boolean ourTurn = false;
        for (VendorCaseEntry entry : entries) {
            if (entry.kind() == EntryKind.CHASED || entry.kind() == EntryKind.TOLD && ourTurn) {
                since = entry.at();
            }
            ourTurn = entry.kind() == EntryKind.ANSWERED;
        }
        return since;
    }

    /**
     * When the vendor is chased next: when its answer is due, then as often as agreed, and when the solution is due; {@code null} where its
     * hours never come to that.
     */
    private Instant nextChaser(ServiceCalendar hours, Instant from) {
        if (respondedAt == null && responseDue.isAfter(from)) {
            return responseDue;
        }
        try {
            Instant again = ServiceClock.due(hours, from, Duration.ofMinutes(chaseEveryMinutes), List.of()).instant().orElseThrow();
            return resolutionDue != null && resolutionDue.isAfter(from) && resolutionDue.isBefore(again) ? resolutionDue : again;
        } catch (ServiceClockRefusal outOfReach) {
            return null;
        }
    }

    private Instant dueOrder() {
        if (state != VendorCaseState.OPEN) {
            return HALTED_ORDER;
        }
        return Stream.of(Optional.ofNullable(respondedAt == null ? responseDue : null), Optional.ofNullable(resolutionDue))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(HALTED_ORDER);
    }

    /** The spans in which it was our turn, and the vendor's time stood still. */
    public List<Pause> pauses() {
        List<Pause> pauses = new ArrayList<>();
        Instant since = null;
        for (VendorCaseEntry entry : entries) {
            if (entry.kind() == EntryKind.ANSWERED && since == null) {
                since = entry.at();
            } else if (entry.kind() == EntryKind.TOLD && since != null) {
                pauses.add(Pause.between(since, entry.at(), OUR_TURN));
                since = null;
            }
        }
        if (since != null) {
            pauses.add(Pause.openSince(since, OUR_TURN));
        }
        return pauses;
    }

    private VendorCaseEntry write(VendorCaseEntry entry) {
        entries.add(entry);
        return entry;
    }

    /** A clock set back must not make a span that ends before it began. */
    private Instant inOrder(Instant now) {
        Instant last = entries.isEmpty() ? openedAt : entries.get(entries.size() - 1).at();
        return now.isBefore(last) ? last : now;
    }

    private void requireLegal(VendorCaseAction action) {
        if (!state.legalActions().contains(action)) {
            throw ended();
        }
    }

    /** Every step is legal until the end, and none after it. */
    private BusinessRuleViolation ended() {
        return BusinessRuleViolation.conflict("vendor-case-ended", number);
    }

    private Due due(ServiceCalendar hours, Duration time, List<Pause> pauses) {
        try {
            return ServiceClock.due(hours, openedAt, time, pauses);
        } catch (ServiceClockRefusal outOfReach) {
            throw BusinessRuleViolation.conflict("vendor-time-out-of-reach", calendar, time);
        }
    }

    public Long id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** The number people use. */
    public String number() {
        return number;
    }

    public long ticketId() {
        return ticketId;
    }

    public long contractId() {
        return contractId;
    }

    public long vendorId() {
        return vendorId;
    }

    public String reference() {
        return reference;
    }

    public String subject() {
        return subject;
    }

    public String description() {
        return description;
    }

    public Priority priority() {
        return priority;
    }

    public VendorCaseState state() {
        return state;
    }

    public long ownerId() {
        return ownerId;
    }

    public long openedById() {
        return openedById;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Where what opened it went, or {@code null} when the vendor was told by other means. */
    public String mailedTo() {
        return mailedTo;
    }

    /** Code of the calendar with the vendor's hours. */
    public String calendar() {
        return calendar;
    }

    /** What was promised until the first answer. */
    public Duration response() {
        return Duration.ofMinutes(responseMinutes);
    }

    /** What was promised until the solution. */
    public Optional<Duration> resolution() {
        return Optional.ofNullable(resolutionMinutes).map(Duration::ofMinutes);
    }

    public Instant responseDue() {
        return responseDue;
    }

    public Instant respondedAt() {
        return respondedAt;
    }

    /** When the solution is due; {@code null} while the vendor waits for us, or when none is promised. */
    public Instant resolutionDue() {
        return resolutionDue;
    }

    /** When the next chaser goes out; {@code null} unless it is the vendor's turn. */
    public Instant chaseAt() {
        return chaseAt;
    }

    public int chasers() {
        return chasers;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public Long endedById() {
        return endedById;
    }

    /** How it was solved, or why it was withdrawn. */
    public String ending() {
        return ending;
    }

    /** In which state the ticket ended that took the case with it, or {@code null}. */
    public TicketState endedWith() {
        return endedWith;
    }

    /** Where the vendor was told by mail that the case is withdrawn, or {@code null}. */
    public String endingMailedTo() {
        return endingMailedTo;
    }

    /** The correspondence, oldest first. */
    public List<VendorCaseEntry> entries() {
        return List.copyOf(entries);
    }
}
