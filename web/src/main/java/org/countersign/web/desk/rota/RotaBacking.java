package org.countersign.web.desk.rota;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.identity.model.Caller;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.Links;
import org.countersign.rota.service.AbsenceView;
import org.countersign.rota.service.AskSwap;
import org.countersign.rota.service.CallOutView;
import org.countersign.rota.service.CallOuts;
import org.countersign.rota.service.DutyCalendars;
import org.countersign.rota.service.DutyView;
import org.countersign.rota.service.HandoverView;
import org.countersign.rota.service.OnDutyView;
import org.countersign.rota.service.PersonView;
import org.countersign.rota.service.RotaAbsences;
import org.countersign.rota.service.RotaHandovers;
import org.countersign.rota.service.RotaQueries;
import org.countersign.rota.service.RotaRow;
import org.countersign.rota.service.RotaSwaps;
import org.countersign.rota.service.RotaView;
import org.countersign.rota.service.ShiftView;
import org.countersign.rota.service.SwapView;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.web.work.LocalTimes;

/** Who is on duty now and in the next four weeks, and what its people do about it: hand over, swap, acknowledge calls. */
@Named("rotaPage")
@RequestScoped
public class RotaBacking {

    private static final Duration SHOWN = Duration.ofDays(28);

    @EJB
    private RotaQueries queries;

    @EJB
    private RotaSwaps swapping;

    @EJB
    private RotaHandovers handovers;

    @EJB
    private RotaAbsences absences;

    @EJB
    private CallOuts callOuts;

    @EJB
    private DutyCalendars calendars;

    @EJB
    private AccountDirectory accounts;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private ListPage<RotaRow> page;
    private RotaView rota;
    private OnDutyView now;
    private List<DutyView> duties;
    private List<SwapView> swaps;
    private List<CallOutView> calls;
    private List<AbsenceView> aways;
    private List<Caller> agents;
    private Optional<Instant> feed;
    private String note;
    private String with;
    private String from;
    private String until;
    private String backFrom;
    private String backUntil;
    private String account;
    private String coveredBy;

    public ListPage<RotaRow> getPage() {
        if (page == null) {
            page = ListPage.read(
                    request, Address.of("rota.xhtml").with("q", getText()), after -> queries.list(getText(), null, after));
        }
        return page;
    }

    public List<RotaRow> getRotas() {
        return getPage().rows();
    }

    /** What the list is searched for, or {@code null}. */
    public String getText() {
        return Parameters.text(request, "q");
    }

    /** Whether there are rotas to choose from. */
    public boolean isChoice() {
        return getRotas().size() > 1 || getText() != null || getPage().first() != null;
    }

    /** Whether the published span that ends there has ended. */
    public boolean isOver(Instant end) {
        return !end.isAfter(clock.instant());
    }

    /** The code of the rota shown, by the address or the first there is; {@code null} when there is none. */
    public String getCode() {
        String asked = Parameters.text(request, "rota");
        if (asked != null) {
            return asked;
        }
        return getRotas().isEmpty() ? null : getRotas().get(0).code();
    }

    /** The rota with its next four weeks, or {@code null} when there is none. */
    public RotaView getRota() {
        if (rota == null && getCode() != null) {
            rota = queries.rota(getCode(), null, clock.instant().plus(SHOWN));
        }
        return rota;
    }

    /** Who is on duty now, or {@code null}. */
    public OnDutyView getNow() {
        if (now == null && getCode() != null) {
            now = queries.onDutyNow(getCode()).orElse(null);
        }
        return now;
    }

    /** Whether the reader has a part in the shift that runs. */
    public boolean isOnDuty() {
        return getNow() != null && (isReader(getNow().responsible()) || isReader(getNow().backup()));
    }

    public boolean isReader(PersonView person) {
        return person.account().equals(reader.getCaller().name());
    }

    public boolean inForce(ShiftView shift) {
        Instant present = clock.instant();
        return !present.isBefore(shift.from()) && present.isBefore(shift.until());
    }

    /** Whether the reader is to say that the note of the shift before was read. */
    public boolean unread(HandoverView handover) {
        return isOnDuty() && handover.readAt() == null && !isReader(handover.by());
    }

    public boolean isManaging() {
        return reader.has("MANAGER") || reader.has("ADMIN");
    }

    /** Whether the reader has duties of the own: quality engineers only look. */
    public boolean isTakingPart() {
        return reader.has("AGENT");
    }

    public boolean isActing() {
        return isTakingPart() || isManaging();
    }

    public List<DutyView> getDuties() {
        if (duties == null) {
            duties = queries.myDuties();
        }
        return duties;
    }

    public List<SwapView> getSwaps() {
        if (swaps == null) {
            swaps = queries.swapsAsked(getCode());
        }
        return swaps;
    }

    public boolean mayAnswer(SwapView swap) {
        return isReader(swap.with()) || isManaging();
    }

    public boolean mayTakeBack(SwapView swap) {
        return isReader(swap.askedBy());
    }

    public List<CallOutView> getCalls() {
        if (calls == null) {
            calls = callOuts.latest(getCode());
        }
        return calls;
    }

    public List<AbsenceView> getAways() {
        if (aways == null) {
            aways = absences.toCome();
        }
        return aways;
    }

    /** Who may be chosen. */
    public List<Caller> getAgents() {
        if (agents == null) {
            agents = accounts.agents();
        }
        return agents;
    }

    /** The same without the reader, who does not swap with oneself. */
    public List<Caller> getOthers() {
        return getAgents().stream().filter(agent -> !agent.name().equals(reader.getCaller().name())).toList();
    }

    /** Since when there is a secret address for the reader's calendar, or {@code null}. */
    public Instant getFeedSince() {
        if (feed == null) {
            feed = calendars.openSince();
        }
        return feed.orElse(null);
    }

    public String handOver() {
        return done("rota.done.handed-over", () -> handovers.write(getCode(), note));
    }

    public String read() {
        return done("rota.done.read", () -> handovers.read(getCode(), id("handover")));
    }

    public String ask() {
        return done("rota.done.asked", () -> swapping.ask(new AskSwap(
                getCode(), null, with, at("from", from), at("until", until), at("backFrom", backFrom), at("backUntil", backUntil))));
    }

    public String agree() {
        return done("rota.done.agreed", () -> swapping.agree(getCode(), id("swap")));
    }

    public String decline() {
        return done("rota.done.declined", () -> swapping.decline(getCode(), id("swap")));
    }

    public String withdraw() {
        return done("rota.done.withdrawn", () -> swapping.withdraw(getCode(), id("swap")));
    }

    public String recordAbsence() {
        return done("rota.done.absent", () -> absences.record(account, at("from", from), at("until", until), note, coveredBy));
    }

    public String endAbsence() {
        return done("rota.done.back", () -> absences.withdraw(id("absence")));
    }

    public String acknowledge() {
        return done("rota.done.acknowledged", () -> callOuts.acknowledge(id("call")));
    }

    /** A new secret address, which the next page tells this once. */
    public String openFeed() {
        String[] secret = new String[1];
        if (!messages.attempt(() -> secret[0] = calendars.open())) {
            return null;
        }
        messages.success("rota.done.feed", Links.dutyCalendar(secret[0]));
        return again();
    }

    public String closeFeed() {
        return done("rota.done.feed-closed", calendars::revoke);
    }

    private String done(String key, Runnable useCase) {
        if (!messages.attempt(useCase)) {
            rota = null;
            now = null;
            swaps = null;
            calls = null;
            aways = null;
            return null;
        }
        messages.success(key);
        return again();
    }

    private String again() {
        return Address.of("/desk/rota/rota.xhtml").with("faces-redirect", "true").with("rota", getCode()).toString();
    }

    private Instant at(String field, String text) {
        return LocalTimes.parse(field, text, reader.getZone());
    }

    private long id(String name) {
        return Parameters.number(request, name).orElseThrow(() -> BusinessRuleViolation.stale(name));
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getWith() {
        return with;
    }

    public void setWith(String with) {
        this.with = with;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getBackFrom() {
        return backFrom;
    }

    public void setBackFrom(String backFrom) {
        this.backFrom = backFrom;
    }

    public String getBackUntil() {
        return backUntil;
    }

    public void setBackUntil(String backUntil) {
        this.backUntil = backUntil;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getCoveredBy() {
        return coveredBy;
    }

    public void setCoveredBy(String coveredBy) {
        this.coveredBy = coveredBy;
    }
}
