package org.countersign.ticket.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.countersign.customer.model.AgreedThen;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.Category;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ReportPart;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Changes;
import org.countersign.serviceclock.model.ServiceCalendar;

/**
 * A report of a customer and everything owed for it.
 *
 * <p>It is registered, either straight into the queue or held until somebody agrees; taken and worked on; perhaps put on hold; escalated to
 * the next level; and resolved, which means: a solution is proposed. Then the customer has the word. Rejected, it goes back to work, and
 * the resolution target runs on with what was used up before; the time in which the customer thought it over never counts. Accepted, by a
 * contact who holds the authority to, it closes, and that is the only way to closed. No timer ends a ticket, and nothing reopens a closed
 * one.
 */
@Entity
public class Ticket {

    /** Where an ended ticket stands in a list by due instant: behind all open ones, so that a list of open ones need not look at it. */
    public static final Instant ENDED_ORDER = Instant.parse("9999-12-31T00:00:00Z");

    /** Where an open ticket stands in a list by due instant that owes nothing now. */
    private static final Instant HALTED_ORDER = Instant.parse("9999-01-01T00:00:00Z");

    /** Hold reason of a report that lacks what the contract demands as a minimum (M31). */
    public static final String INCOMPLETE = "INCOMPLETE";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ticket")
    @SequenceGenerator(name = "ticket", sequenceName = "ticket_seq", allocationSize = 1)
    private Long id;

    @Version
    private long version;

    private String number;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "contact_id")
    private Long contactId;

    @Enumerated(EnumType.STRING)
    private TicketKind kind;

    @Enumerated(EnumType.STRING)
    private TicketState state;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String summary;
    private String description;

    @Enumerated(EnumType.STRING)
    private Impact impact;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Enumerated(EnumType.STRING)
    private SupportLevel level;

    @Column(name = "assignee_id")
    private Long assigneeId;

    /** Since when somebody has to take it; {@code null} while somebody has it, or nobody may yet. */
    @Column(name = "unassigned_since")
    private Instant unassignedSince;

    /** How often somebody had to be found for it, until now. */
    @Column(name = "unassigned_times")
    private int unassignedTimes;

    @Column(name = "manager_id")
    private Long managerId;

    /** Code of one that the contract listed when it was set, or {@code null}. */
    private String category;

    private String service;
    private String environment;
    private String fields;

    @Column(name = "hold_reason")
    private String holdReason;

    /** When it goes on by itself; only while it is on hold, and not always then. */
    @Column(name = "hold_until")
    private Instant holdUntil;

    @Column(name = "duplicate_of_id")
    private Long duplicateOfId;

    @Column(name = "transferred_to")
    private String transferredTo;

    @Column(name = "end_reason")
    private String endReason;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "response_due")
    private Instant responseDue;

    @Column(name = "responded_at")
    private Instant respondedAt;

    @Column(name = "update_due")
    private Instant updateDue;

    @Column(name = "update_missed_at")
    private Instant updateMissedAt;

    @Column(name = "resolution_due")
    private Instant resolutionDue;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    private int rejections;

    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "resolution_id")
    private Resolution resolution;

    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "acceptance_id")
    private Acceptance acceptance;

    @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<ClockEvent> log = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    @Column(name = "wished_priority")
    private Priority wishedPriority;

    @Column(name = "contract_version")
    private int contractVersion;

    @Column(name = "calendar_revision")
    private int calendarRevision;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "due_order")
    private Instant dueOrder;

    @Column(name = "with_vendor_since")
    private Instant withVendorSince;

    protected Ticket() {}

    /**
     * A report as it came in.
     *
     * @param contactId the reporting contact, or {@code null} when the desk does not know one yet
     * @param fields further facts by name, as a JSON object
     * @param holdReason why it has to wait, or {@code null} to go straight into the queue
     * @param complete whether it has what the contract demands, also where it has to wait for something else
     * @param agreed whether nobody has to agree to it any more, also where it has to wait for something else
     * @param wishedPriority the customer's own wish, or {@code null}; the contract says whether it moves anything (M115)
     * @param acknowledged whether mail tells the reporter of the receipt
     * @param category one that the contract lists, or {@code null}
     */
    public record Report(
            Long contactId,
            TicketKind kind,
            Channel channel,
            String summary,
            String description,
            Impact impact,
            Urgency urgency,
            String service,
            String environment,
            String fields,
            String holdReason,
            boolean complete,
            boolean agreed,
            Priority wishedPriority,
            boolean acknowledged,
            String category) {

        /** A report with no wish and no category, whose receipt no mail acknowledges. */
        public Report(
                Long contactId,
                TicketKind kind,
                Channel channel,
                String summary,
                String description,
                Impact impact,
                Urgency urgency,
                String service,
                String environment,
                String fields,
                String holdReason) {
            this(
                    contactId,
                    kind,
                    channel,
                    summary,
                    description,
                    impact,
                    urgency,
                    service,
                    environment,
                    fields,
                    holdReason,
                    holdReason == null,
                    holdReason == null,
                    null,
                    false,
                    null);
        }
    }

    /**
     * Registers a report under a contract, at the first level that is the provider's, or where the contract has its category open. What runs
     * from now on, and what waits for something else, the contract says.
     *
     * @throws BusinessRuleViolation {@code required} or {@code too-long}, naming the field; {@code environment-unknown};
     *     {@code category-unknown}, {@code categories-not-agreed}
     */
    public static Ticket register(ContractTerms terms, Report report, Instant now) {
        Ticket ticket = new Ticket();
        ticket.contractId = terms.id();
        ticket.organisationId = terms.organisationId();
        ticket.contactId = report.contactId();
        ticket.kind = required("kind", report.kind());
        ticket.channel = required("channel", report.channel());
        ticket.impact = required("impact", report.impact());
        ticket.urgency = required("urgency", report.urgency());
        ticket.summary = Text.line("summary", report.summary(), Text.SUMMARY);
        ticket.description = terms.agreement().minimum().demands(ReportPart.DESCRIPTION)
                ? Objects.requireNonNullElse(Text.optional("description", report.description(), Text.LONG), "")
                : Text.required("description", report.description(), Text.LONG);
        ticket.service = Text.optional("service", report.service(), 100);
        ticket.environment = terms.agreement().environments().named(Text.optional("environment", report.environment(), 100));
        ticket.fields = report.fields() == null ? "{}" : Text.required("fields", report.fields(), 20_000);
        ticket.wishedPriority = report.wishedPriority();
        ticket.level = terms.agreement().levels().entry();
        ticket.openAs(report.category(), terms.agreement());
        ticket.receivedAt = now;
        ticket.updatedAt = now;
        ticket.state = TicketState.NEW;
        ticket.judge(ClockEventKind.RECEIVED, now);
        if (report.acknowledged()) {
            ticket.log(ClockEventKind.AUTOMATIC_MAIL, now);
        }
        if (report.holdReason() != null) {
            ticket.state = TicketState.HELD;
            ticket.holdReason = report.holdReason();
            ticket.logWait(ClockEventKind.HELD, HoldReason.HELD, null, now);
        } else {
            ticket.waitToBeTaken(now);
        }
        if (report.complete()) {
            ticket.log(ClockEventKind.COMPLETE, now);
        }
        if (report.agreed()) {
            ticket.log(ClockEventKind.AGREED, now);
        }
        ticket.recompute(terms);
        return ticket;
    }

    /** Nobody has it yet, so it may open where the contract has its category open. */
    private void openAs(String code, ServiceAgreement agreement) {
        if (code != null && !code.isBlank()) {
            Category listed = agreement.categories().named(code, kind.name());
            category = listed.code();
            level = listed.passesBy(level) ? listed.level() : level;
        }
    }

    /** What is added to an incomplete report; {@code null} leaves as it is. */
    public record Supplement(String service, String environment, String category, String description, String fields) {}

    /**
     * Adds to a report that is held because it is incomplete.
     *
     * @throws BusinessRuleViolation {@code report-not-incomplete} when it waits for something else
     */
    public void supplement(Supplement added, ContractTerms terms, Instant now) {
        requireLegal(TicketAction.COMPLETE);
        if (!isIncomplete()) {
            throw BusinessRuleViolation.conflict("report-not-incomplete");
        }
        String newService = Text.optional("service", added.service(), 100);
        String newEnvironment = terms.agreement().environments().named(Text.optional("environment", added.environment(), 100));
        String newDescription = Text.optional("description", added.description(), Text.LONG);
        service = newService == null ? service : newService;
        environment = newEnvironment == null ? environment : newEnvironment;
        description = newDescription == null ? description : newDescription;
        fields = Text.required("fields", added.fields(), 20_000);
        openAs(added.category(), terms.agreement());
        recompute(terms);
        updatedAt = now;
    }

    /**
     * A report that was incomplete has what the contract demands: it enters the queue, or waits for somebody's agreement.
     *
     * @param waitsFor why it has to wait on, or {@code null}
     */
    public void complete(String waitsFor, ContractTerms terms, Instant now) {
        requireLegal(TicketAction.COMPLETE);
        if (waitsFor == null) {
            release(terms, now);
            return;
        }
        holdReason = waitsFor;
        log(ClockEventKind.COMPLETE, now);
        recompute(terms);
    }

    /** Whether it waits for content that the contract demands. */
    public boolean isIncomplete() {
        return state == TicketState.HELD && INCOMPLETE.equals(holdReason);
    }

    /** A held report enters the queue, complete and agreed to. */
    public void release(ContractTerms terms, Instant now) {
        step(TicketAction.RELEASE, now);
        state = TicketState.NEW;
        holdReason = null;
        waitToBeTaken(now);
        log(ClockEventKind.RELEASED, now);
        log(ClockEventKind.COMPLETE, now);
        log(ClockEventKind.AGREED, now);
        recompute(terms);
    }

    /**
     * Judges anew what the ticket is; {@code null} leaves as it is. The targets change with it, and what was used up of them stays used up.
     */
    public void assess(TicketKind newKind, Impact newImpact, Urgency newUrgency, ContractTerms terms, Instant now) {
        step(TicketAction.ASSESS, now);
        kind = newKind == null ? kind : newKind;
        impact = newImpact == null ? impact : newImpact;
        urgency = newUrgency == null ? urgency : newUrgency;
        judge(ClockEventKind.ASSESSED, now);
        recompute(terms);
    }

    /**
     * Says what kind of work it is; which level has it stays as it is.
     *
     * @param code of a category that the contract lists for tickets of this kind
     * @return the category
     * @throws BusinessRuleViolation {@code required}, {@code category-unknown}, {@code categories-not-agreed}
     */
    public Category categorise(String code, ContractTerms terms, Instant now) {
        requireLegal(TicketAction.CATEGORISE);
        Category listed = terms.agreement().categories().named(Text.line("category", code, 40), kind.name());
        if (!listed.code().equals(category)) {
            category = listed.code();
            updatedAt = now;
        }
        return listed;
    }

    /** Whether nobody has taken it yet; of those who did nobody asks whom they passed. */
    public boolean isUntaken() {
        return assigneeId == null && state.legalActions().contains(TicketAction.ASSIGN);
    }

    /** Whether it is in a queue for somebody to take it up. */
    public boolean isWaitingIn(Queue queue) {
        return assigneeId == null && (state == TicketState.NEW || state == TicketState.IN_PROGRESS) && queue().equals(queue);
    }

    /** Where it waits, or waited. */
    public Queue queue() {
        return new Queue(contractId, level);
    }

    /** Gives the ticket to an agent. */
    public void assign(long accountId, Instant now) {
        step(TicketAction.ASSIGN, now);
        take(accountId);
    }

    /** Handling starts; a ticket without an assignee becomes the starter's. */
    public void start(long accountId, ContractTerms terms, Instant now) {
        step(TicketAction.START, now);
        log(ClockEventKind.STARTED, now);
        if (assigneeId == null) {
            take(accountId);
        }
        state = TicketState.IN_PROGRESS;
        recompute(terms);
    }

    /** Work waits for something outside, and with it the targets that the contract pauses for that; refused as {@link Hold} tells. */
    public void hold(Hold asked, ContractTerms terms, Instant now) {
        asked.requireSound(now);
        step(TicketAction.HOLD, now);
        state = TicketState.ON_HOLD;
        holdReason = Text.optional("note", asked.note(), 1000);
        holdUntil = asked.until();
        logWait(ClockEventKind.ON_HOLD, asked.reason(), asked.until(), now);
        recompute(terms);
    }

    /** Work goes on; what nobody had started, and nobody has, waits to be started again. */
    public void resume(ContractTerms terms, Instant now) {
        boolean started = log.stream().anyMatch(event -> event.kind() == ClockEventKind.STARTED);
        goOn(assigneeId == null && !started ? TicketState.NEW : TicketState.IN_PROGRESS, terms, now);
    }

    private void goOn(TicketState from, ContractTerms terms, Instant now) {
        step(TicketAction.RESUME, now);
        state = from;
        holdReason = null;
        holdUntil = null;
        log(ClockEventKind.RESUMED, now);
        recompute(terms);
    }

    /**
     * Functional escalation to a higher level; whoever takes it there is found anew, but for level VENDOR, where nobody of the desk is.
     *
     * @throws BusinessRuleViolation {@code escalation-not-upwards}
     */
    public void escalate(SupportLevel to, String reason, Instant now) {
        required("level", to);
        Text.required("reason", reason, Text.REASON);
        requireLegal(TicketAction.ESCALATE);
        if (to.compareTo(level) <= 0) {
            throw BusinessRuleViolation.invalid("level", "escalation-not-upwards", level, to);
        }
        raise(to, now);
    }

    /** Whoever takes it at the new level is found anew; what a vendor works on stays with who has it. */
    private void raise(SupportLevel to, Instant now) {
        level = to;
        updatedAt = now;
        boolean toVendor = to == SupportLevel.VENDOR;
        if (toVendor && (assigneeId != null || unassignedSince != null)) {
            return;
        }
        assigneeId = null;
        waitToBeTaken(now);
    }

    private void waitToBeTaken(Instant now) {
        unassignedSince = now;
        unassignedTimes++;
    }

    /** Hierarchical escalation: a named person answers for it from now on (M44). */
    public void nameManager(long accountId, Instant now) {
        managerId = accountId;
        updatedAt = now;
    }

    /** Whether the customer's own staff has it, at a level that they work (M19). */
    public boolean isWithCustomer(ServiceAgreement agreement) {
        return state == TicketState.ON_HOLD && agreement.levels().isOfCustomer(level);
    }

    /** The level that it came to is the customer's own: the provider waits for them. */
    public void putToCustomer(String note, ContractTerms terms, Instant now) {
        hold(Hold.open(HoldReason.AWAITING_CUSTOMER, note), terms, now);
        unassignedSince = null;
    }

    /** What was with the customer's own staff is the provider's again, at the level before, and somebody has to take it. */
    public void handBack(ContractTerms terms, Instant now) {
        requireLegal(TicketAction.HAND_BACK);
        if (!isWithCustomer(terms.agreement())) {
            throw BusinessRuleViolation.conflict("not-with-customer");
        }
        level = terms.agreement().levels().handsBackTo(level);
        if (assigneeId == null) {
            waitToBeTaken(now);
        }
        goOn(TicketState.IN_PROGRESS, terms, now);
    }

    private void take(long accountId) {
        assigneeId = accountId;
        unassignedSince = null;
    }

    /**
     * A case is opened with a vendor: the ticket is at level VENDOR and cannot be resolved before all such cases have ended.
     *
     * @throws BusinessRuleViolation {@code vendor-case-needs-work} unless somebody may work on the ticket
     */
    public void sendToVendor(String reason, Instant now) {
        Text.required("reason", reason, Text.REASON);
        if (!state.legalActions().contains(TicketAction.ASSIGN)) {
            throw BusinessRuleViolation.conflict("vendor-case-needs-work", number, state);
        }
        if (level != SupportLevel.VENDOR) {
            raise(SupportLevel.VENDOR, now);
        }
        withVendorSince = withVendorSince == null ? now : withVendorSince;
        updatedAt = now;
    }

    /** @param since since when the oldest case is open that has not ended, or {@code null} when all have */
    public void backFromVendor(Instant since, Instant now) {
        withVendorSince = since;
        updatedAt = now;
    }

    /**
     * Proposes a solution. The resolution target halts until the customer has answered.
     *
     * @return the proposal
     */
    public Resolution resolve(String text, long agentId, ContractTerms terms, Instant now) {
        String solution = Text.required("text", text, Text.LONG);
        step(TicketAction.RESOLVE, now);
        if (assigneeId == null) {
            take(agentId);
        }
        state = TicketState.RESOLVED;
        resolution = new Resolution(id, rejections + 1, solution, agentId, now);
        log(ClockEventKind.RESOLVED, now);
        recompute(terms);
        return resolution;
    }

    /**
     * The customer takes the solution over, and the ticket closes.
     *
     * @param authorisation the authority in force of the accepting contact
     * @throws BusinessRuleViolation {@code illegal-step} unless a solution is proposed; {@code acceptance-not-authorised} when the authority
     *     is of another contract or begins later
     */
    public Acceptance accept(AuthorisationInForce authorisation, AcceptanceManner manner, String comment, Instant now) {
        Objects.requireNonNull(authorisation, "authorisation");
        requireLegal(TicketAction.ACCEPT);
        if (authorisation.contractId() != contractId || now.isBefore(authorisation.authorisedFrom())) {
            throw BusinessRuleViolation.forbidden("acceptance-not-authorised");
        }
        acceptance = new Acceptance(
                id, resolution.id(), authorisation, required("manner", manner), Text.optional("text", comment, 20_000), now);
        state = TicketState.CLOSED;
        closedAt = now;
        updatedAt = now;
        log(ClockEventKind.ACCEPTED, now);
        orderByDue();
        return acceptance;
    }

    /**
     * The customer does not take the solution over: back to work, the target runs on, the wait uncounted.
     *
     * @return the rejected proposal
     */
    public Resolution reject(long rejectingContactId, String reason, ContractTerms terms, Instant now) {
        String why = Text.required("reason", reason, 20_000);
        step(TicketAction.REJECT, now);
        state = TicketState.IN_PROGRESS;
        rejections++;
        resolution.reject(rejectingContactId, why, now);
        log(ClockEventKind.REJECTED, now);
        recompute(terms);
        return resolution;
    }

    /** The customer takes the report back. */
    public void withdraw(String reason, Instant now) {
        end(TicketAction.WITHDRAW, TicketState.WITHDRAWN, Text.required("reason", reason, Text.REASON), now);
    }

    /**
     * The report is the same as another one of the same customer.
     *
     * @throws BusinessRuleViolation {@code duplicate-of-itself}; {@code not-found} across organisations, the same as if there were none
     */
    public void linkDuplicate(Ticket original, Instant now) {
        if (original.organisationId != organisationId) {
            throw BusinessRuleViolation.notFound("ticket", original.number);
        }
        if (original.id.equals(id) || Objects.equals(original.duplicateOfId, id)) {
            throw BusinessRuleViolation.invalid("of", "duplicate-of-itself");
        }
        end(TicketAction.LINK_DUPLICATE, TicketState.DUPLICATE, null, now);
        duplicateOfId = original.id;
    }

    /** Out of scope: handed to somebody else (M78). */
    public void transfer(String to, String reason, Instant now) {
        String receiver = Text.required("to", to, 200);
        end(TicketAction.TRANSFER, TicketState.TRANSFERRED, Text.required("reason", reason, Text.REASON), now);
        transferredTo = receiver;
    }

    /** A held report is not taken on. */
    public void decline(String reason, Instant now) {
        end(TicketAction.DECLINE, TicketState.DECLINED, Text.required("reason", reason, Text.REASON), now);
    }

    /** Somebody of the desk wrote to the customer. */
    public void wroteToCustomer(ContractTerms terms, Instant now) {
        log(ClockEventKind.PUBLIC_MESSAGE, now);
        if (state.isOpen()) {
            recompute(terms);
        }
    }

    /** Something was added to the ticket. */
    public void touched(Instant now) {
        updatedAt = now;
    }

    /** The clock under the terms of a contract, read from the log. */
    public TicketClock clock(ContractTerms terms) {
        return clock(terms.agreement(), terms.calendar());
    }

    /** The clock as another agreement and calendar would have had it. */
    public TicketClock clock(ServiceAgreement agreement, ServiceCalendar calendar) {
        return TicketClock.of(log, channel, service, agreement, calendar);
    }

    /** How it stands under what was agreed, for those who watch over it. */
    public TicketStanding standing(AgreedThen agreed) {
        ServiceAgreement agreement = agreed.agreement();
        return new TicketStanding(
                ref(),
                summary,
                state,
                level,
                unassignedSince,
                unassignedTimes,
                atOf(ClockEventKind.REJECTED),
                atOf(ClockEventKind.RECEIVED, ClockEventKind.RELEASED, ClockEventKind.ASSESSED),
                atOf(ClockEventKind.PUBLIC_MESSAGE, ClockEventKind.RESOLVED).size(),
                agreement.criticality(service),
                agreed.code(),
                contractVersion,
                calendarRevision,
                agreement,
                agreed.calendar(),
                clock(agreement, agreed.calendar()));
    }

    private List<Instant> atOf(ClockEventKind... kinds) {
        List<ClockEventKind> wanted = List.of(kinds);
        return log.stream().filter(event -> wanted.contains(event.kind())).map(ClockEvent::at).toList();
    }

    /** Whether its instants were computed under other terms than these. */
    public boolean isBehind(ContractTerms terms) {
        return state.isOpen() && (contractVersion != terms.version() || calendarRevision != terms.calendarRevision());
    }

    /**
     * Computes priority and due instants anew from the log. The same terms give the same again.
     *
     * @return what moved, e.g. {@code resolutionDue: 2026-11-17T08:00:00Z → 2026-11-17T12:00:00Z}
     */
    public List<String> recompute(ContractTerms terms) {
        TicketClock clock = clock(terms);
        Instant response = due(clock, ServiceTarget.RESPONSE);
        Instant update = due(clock, ServiceTarget.UPDATE);
        Instant resolve = due(clock, ServiceTarget.RESOLUTION);
        Instant responded = met(clock, ServiceTarget.RESPONSE);
        Changes moved = new Changes()
                .note("priority", priority, clock.priority())
                .note("responseDue", responseDue, response)
                .note("respondedAt", respondedAt, responded)
                .note("updateDue", updateDue, update)
                .note("resolutionDue", resolutionDue, resolve);
        priority = clock.priority();
        responseDue = response;
        respondedAt = responded;
        updateDue = update;
        updateMissedAt = clock.target(ServiceTarget.UPDATE).map(TargetClock::missedBefore).orElse(null);
        resolutionDue = resolve;
        resolvedAt = log.stream()
                .filter(event -> event.kind() == ClockEventKind.RESOLVED || event.kind() == ClockEventKind.REJECTED)
                .reduce((earlier, later) -> later)
                .filter(event -> event.kind() == ClockEventKind.RESOLVED)
                .map(ClockEvent::at)
                .orElse(null);
        contractVersion = terms.version();
        calendarRevision = terms.calendarRevision();
        orderByDue();
        return moved.lines();
    }

    private static Instant due(TicketClock clock, ServiceTarget target) {
        return clock.target(target).flatMap(TargetClock::due).orElse(null);
    }

    private static Instant met(TicketClock clock, ServiceTarget target) {
        return clock.target(target).map(TargetClock::met).orElse(null);
    }

    private void log(ClockEventKind event, Instant now) {
        log.add(ClockEvent.of(this, log.size(), event, inOrder(now)));
    }

    private void logWait(ClockEventKind event, HoldReason reason, Instant until, Instant now) {
        log.add(ClockEvent.waiting(this, log.size(), event, reason, until, inOrder(now)));
    }

    private void judge(ClockEventKind event, Instant now) {
        log.add(ClockEvent.judged(this, log.size(), event, kind, impact, urgency, wishedPriority, inOrder(now)));
    }

    /** A clock set back must not make a span that ends before it began. */
    private Instant inOrder(Instant now) {
        Instant last = log.isEmpty() ? now : log.get(log.size() - 1).at();
        return now.isBefore(last) ? last : now;
    }

    private void step(TicketAction action, Instant now) {
        requireLegal(action);
        updatedAt = now;
    }

    private void requireLegal(TicketAction action) {
        if (!state.legalActions().contains(action)) {
            String legal = state.legalActions().stream().map(TicketAction::verb).collect(Collectors.joining(", "));
            throw BusinessRuleViolation.conflict("illegal-step", action.verb(), state, legal);
        }
    }

    private void end(TicketAction action, TicketState endState, String reason, Instant now) {
        step(action, now);
        state = endState;
        holdUntil = null;
        endReason = reason;
        withVendorSince = null;
        log(ClockEventKind.ENDED, now);
        orderByDue();
    }

    private void orderByDue() {
        if (state.isOpen()) {
            dueOrder = resolutionDue == null ? HALTED_ORDER : resolutionDue;
        } else {
            dueOrder = ENDED_ORDER;
        }
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        return value;
    }

    /** The number people use. It is made of the sequence that also proves the order of arrival. */
    public static String numberOf(long id) {
        return "CS-" + id;
    }

    /** Called by the repository once the id is drawn, before the row is written. */
    public void numbered() {
        number = numberOf(id);
    }

    public Long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String number() {
        return number;
    }

    public TicketRef ref() {
        return new TicketRef(id, number, contractId, organisationId);
    }

    public long contractId() {
        return contractId;
    }

    public long organisationId() {
        return organisationId;
    }

    public Long contactId() {
        return contactId;
    }

    public TicketKind kind() {
        return kind;
    }

    public TicketState state() {
        return state;
    }

    public Channel channel() {
        return channel;
    }

    public String summary() {
        return summary;
    }

    public Priority priority() {
        return priority;
    }

    public SupportLevel level() {
        return level;
    }

    public Long assigneeId() {
        return assigneeId;
    }

    /** The account of the person who answers for it, or {@code null} while nobody was named. */
    public Long managerId() {
        return managerId;
    }

    /** Why the ticket waits, or {@code null}. */
    public String holdReason() {
        return holdReason;
    }

    /** When it goes on by itself, or {@code null}. */
    public Instant holdUntil() {
        return holdUntil;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant respondedAt() {
        return respondedAt;
    }

    /** When the response target runs out; {@code null} while it is halted. */
    public Instant responseDue() {
        return responseDue;
    }

    /** When the resolution target runs out; {@code null} while it is halted. */
    public Instant resolutionDue() {
        return resolutionDue;
    }

    /** By when the customer is owed the next word; {@code null} while that is halted or not promised. */
    public Instant updateDue() {
        return updateDue;
    }

    /** The customer's own wish, or {@code null}. */
    public Priority wishedPriority() {
        return wishedPriority;
    }

    /** The version of the contract under which the due instants were computed. */
    public int contractVersion() {
        return contractVersion;
    }

    /** The recording of the calendar under which they were computed. */
    public int calendarRevision() {
        return calendarRevision;
    }

    public Instant resolvedAt() {
        return resolvedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public String description() {
        return description;
    }

    public Impact impact() {
        return impact;
    }

    public Urgency urgency() {
        return urgency;
    }

    /** Code of what kind of work it is, or {@code null} while nobody has said. */
    public String category() {
        return category;
    }

    public String service() {
        return service;
    }

    public String environment() {
        return environment;
    }

    /** Further facts by name, a JSON object. */
    public String fields() {
        return fields;
    }

    public String transferredTo() {
        return transferredTo;
    }

    public String endReason() {
        return endReason;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The steps that are legal now, in the order in which a screen offers them. */
    public List<TicketAction> legalActions() {
        return withVendorSince == null
                ? state.legalActions()
                : state.legalActions().stream().filter(action -> action != TicketAction.RESOLVE).toList();
    }

    /** Since when a case is open with a vendor, or {@code null}. */
    public Instant withVendorSince() {
        return withVendorSince;
    }

    /** Which targets are missed as of {@code now}: {@code RESPONSE}, {@code UPDATE}, {@code RESOLUTION}. */
    public List<String> breached(Instant now) {
        List<String> breached = new ArrayList<>();
        if (missed(responseDue, respondedAt, now)) {
            breached.add("RESPONSE");
        }
        if (updateMissedAt != null || missed(updateDue, resolvedAt, now)) {
            breached.add("UPDATE");
        }
        if (missed(resolutionDue, resolvedAt, now)) {
            breached.add("RESOLUTION");
        }
        return breached;
    }

    private boolean missed(Instant due, Instant met, Instant now) {
        if (due == null || (met == null && !state.isOpen())) {
            return false;
        }
        return (met == null ? now : met).isAfter(due);
    }

    public Resolution resolution() {
        return resolution;
    }

    public Acceptance acceptance() {
        return acceptance;
    }

    public int rejections() {
        return rejections;
    }
}
