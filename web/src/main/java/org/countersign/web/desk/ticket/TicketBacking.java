package org.countersign.web.desk.ticket;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Urgency;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Visibility;
import org.countersign.ticket.service.AssigneeProposals;
import org.countersign.ticket.service.TicketAssignees;
import org.countersign.ticket.service.PlaceInLine;
import org.countersign.ticket.service.QueueQueries;
import org.countersign.ticket.service.TicketConversation;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.ticket.CategoryItems;
import org.countersign.web.ticket.TicketPage;
import org.countersign.web.ticket.UploadedFiles;
import org.countersign.web.work.LocalTimes;

/** The desk's steps on a ticket's page. */
@Named("deskTicket")
@RequestScoped
public class TicketBacking {

    @EJB
    private TicketHandling handling;

    @EJB
    private TicketConversation conversation;

    @EJB
    private QueueQueries queues;

    @EJB
    private AccountDirectory accounts;

    @EJB
    private CustomerDirectory customers;

    @EJB
    private TicketAssignees candidates;

    @Inject
    private TicketPage page;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    private AssigneeProposals proposals;
    private PlaceInLine place;
    private String message;
    private Visibility visibility = Visibility.PUBLIC;
    private List<Part> files;
    private String assignee;
    private HoldReason holdReason;
    private TicketKind kind;
    private Impact impact;
    private Urgency urgency;
    private String category;
    private String note;
    private String until;
    private SupportLevel level;
    private String reason;
    private String text;
    private String of;
    private String to;

    /** Whether the reader may take steps at all, not only look. */
    public boolean isWorking() {
        return reader.has(Role.AGENT_ROLE) || reader.has(Role.MANAGER_ROLE);
    }

    /** Whether the reader, an agent, could take this ticket for the own. */
    public boolean isTakeable() {
        boolean own = page.getTicket().assignee() != null
                && reader.getCaller().name().equals(page.getTicket().assignee().account());
        return reader.has(Role.AGENT_ROLE) && !own && page.offers("ASSIGN");
    }

    /** Whether taking and starting are asked for in one form, because one reason counts for both. */
    public boolean isTakenOrStarted() {
        return isTakeable() && page.offers("START") && getPlace().isOvertaking();
    }

    /** How the ticket stands in its queue. */
    public PlaceInLine getPlace() {
        if (place == null) {
            place = queues.place(number());
        }
        return place;
    }

    /** Whom the one who takes the ticket now would pass, in a sentence. */
    public String getPassing() {
        String passing = ScreenTexts.of(reader.getLocale(), "line.passing", getPlace().before(), getPlace().first());
        return getPlace().isReasonRequired() ? passing : passing + " " + ScreenTexts.of(reader.getLocale(), "line.reason.optional");
    }

    public String take() {
        return step("ticket.done.taken", () -> handling.assign(number(), reader.getCaller().name(), reason, seen()));
    }

    public String assign() {
        return step("ticket.done.assigned", () -> handling.assign(number(), assignee, reason, seen()));
    }

    public String start() {
        return step("ticket.done.started", () -> handling.start(number(), reason, seen()));
    }

    public String hold() {
        return step("ticket.done.on-hold", () -> handling.hold(
                number(), new Hold(holdReason, note, LocalTimes.parse("until", until, reader.getZone())), seen()));
    }

    public String resume() {
        return step("ticket.done.resumed", () -> handling.resume(number(), seen()));
    }

    public String assess() {
        return step("ticket.done.assessed", () -> handling.assess(number(), kind, impact, urgency, seen()));
    }

    public String categorise() {
        return step("ticket.done.categorised", () -> handling.categorise(number(), category, seen()));
    }

    public String escalate() {
        return step("ticket.done.escalated", () -> handling.escalate(number(), level, reason, seen()));
    }

    public String resolve() {
        return step("ticket.done.proposed", () -> handling.resolve(number(), text, seen()));
    }

    public String linkDuplicate() {
        return step("ticket.done.duplicate", () -> handling.linkDuplicate(number(), of, seen()));
    }

    public String transfer() {
        return step("ticket.done.transferred", () -> handling.transfer(number(), to, reason, seen()));
    }

    public String decline() {
        return step("ticket.done.declined", () -> handling.decline(number(), reason, seen()));
    }

    public String release() {
        return step("ticket.done.released", () -> handling.release(number(), seen()));
    }

    public String post() {
        return step("ticket.done.posted", () -> conversation.post(number(), message, visibility, Channel.PORTAL));
    }

    public String attach() {
        if (UploadedFiles.chosen(files).isEmpty()) {
            messages.error("ticket.no-file");
            return null;
        }
        return step("ticket.done.attached", () -> UploadedFiles.attach(conversation, number(), files));
    }

    private String step(String done, Runnable useCase) {
        if (!messages.attempt(useCase)) {
            page.reload();
            proposals = null;
            return null;
        }
        messages.success(done, number());
        return "/desk/ticket/ticket.xhtml?faces-redirect=true&number=" + number();
    }

    private String number() {
        return page.getNumber();
    }

    private long seen() {
        return page.getSeenVersion();
    }

    /** Somebody who is proposed, with the reasons in one line. */
    public record Proposed(String account, String name, String reasons) {}

    /** Who may work on the ticket and is there, the best first. */
    public List<Proposed> getProposed() {
        Locale locale = reader.getLocale();
        return proposals().people().stream()
                .map(person -> new Proposed(person.account(), person.name(), String.join(" · ", person.reasons(locale))))
                .toList();
    }

    /** The people to choose from: first those who are proposed, then the other agents. */
    public List<SelectItem> getAssignees() {
        List<SelectItem> proposed = new ArrayList<>();
        getProposed().forEach(person -> proposed.add(new SelectItem(person.account(), person.name())));
        Set<String> known = getProposed().stream().map(Proposed::account).collect(Collectors.toSet());
        List<SelectItem> others = new ArrayList<>();
        accounts.agents().stream()
                .filter(agent -> !known.contains(agent.name()))
                .forEach(agent -> others.add(
                        new SelectItem(agent.name(), agent.displayName() + (agent.level() == null ? "" : " · " + Texts.of(reader.getLocale(), agent.level())))));
        List<SelectItem> groups = new ArrayList<>();
        addGroup(groups, ScreenTexts.of(reader.getLocale(), "ticket.assignee.proposed"), proposed);
        addGroup(groups, ScreenTexts.of(reader.getLocale(), "ticket.assignee.others"), others);
        return groups;
    }

    private static void addGroup(List<SelectItem> groups, String label, List<SelectItem> items) {
        if (!items.isEmpty()) {
            groups.add(new SelectItemGroup(label, null, false, items.toArray(SelectItem[]::new)));
        }
    }

    /** What the assignee lacks that the contract demands, in a sentence, or nothing. */
    public String getLacking() {
        if (page.getTicket().assignee() == null || !page.isOpen() || proposals().missing().isEmpty()) {
            return "";
        }
        return ScreenTexts.of(
                reader.getLocale(), "ticket.assignee.lacks", page.getTicket().assignee().name(), String.join(", ", proposals().missing()));
    }

    private AssigneeProposals proposals() {
        if (proposals == null) {
            proposals = page.offers("ASSIGN")
                    ? candidates.proposals(number())
                    : new AssigneeProposals(List.of(), candidates.missing(number()));
        }
        return proposals;
    }

    /** The reasons that people set; the others are set by the steps themselves. */
    public List<HoldReason> getHoldReasons() {
        return List.of(HoldReason.AWAITING_CUSTOMER, HoldReason.AWAITING_VENDOR, HoldReason.AGREED_DATE);
    }

    /** The kinds of work that the contract lists for tickets of this kind. */
    public List<SelectItem> getCategories() {
        return CategoryItems.of(
                customers.contract(page.getTicket().contract()).agreement().categories().of(page.getTicket().kind().name()), reader.getLocale());
    }

    /** The levels above the ticket's. */
    public List<SupportLevel> getHigherLevels() {
        return Arrays.stream(SupportLevel.values())
                .filter(higher -> higher.compareTo(page.getTicket().level()) > 0)
                .toList();
    }

    public boolean isEscalatable() {
        return page.offers("ESCALATE") && !getHigherLevels().isEmpty();
    }

    public boolean isHeld() {
        return page.getTicket().state() == TicketState.HELD;
    }

    public Visibility[] getVisibilities() {
        return Visibility.values();
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public Visibility getVisibility() {
        return visibility;
    }

    public void setVisibility(Visibility visibility) {
        this.visibility = visibility;
    }

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(List<Part> files) {
        this.files = files;
    }

    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee;
    }

    public HoldReason getHoldReason() {
        return holdReason;
    }

    public void setHoldReason(HoldReason holdReason) {
        this.holdReason = holdReason;
    }

    public TicketKind getKind() {
        return kind == null ? page.getTicket().kind() : kind;
    }

    public void setKind(TicketKind kind) {
        this.kind = kind;
    }

    public TicketKind[] getKinds() {
        return TicketKind.values();
    }

    public Impact getImpact() {
        return impact == null ? page.getTicket().impact() : impact;
    }

    public void setImpact(Impact impact) {
        this.impact = impact;
    }

    public Impact[] getImpacts() {
        return Impact.values();
    }

    public Urgency getUrgency() {
        return urgency == null ? page.getTicket().urgency() : urgency;
    }

    public void setUrgency(Urgency urgency) {
        this.urgency = urgency;
    }

    public Urgency[] getUrgencies() {
        return Urgency.values();
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** As the browser's input gives and takes it, in the reader's zone. */
    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getCategory() {
        return category == null ? page.getTicket().category() : category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    /** To start with, the one that this kind of work belongs to. */
    public SupportLevel getLevel() {
        return level == null ? page.getTicket().suggestedLevel() : level;
    }

    public void setLevel(SupportLevel level) {
        this.level = level;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getOf() {
        return of;
    }

    public void setOf(String of) {
        this.of = of;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
