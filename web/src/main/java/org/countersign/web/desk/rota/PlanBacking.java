package org.countersign.web.desk.rota;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Input;
import org.countersign.kernel.Texts;
import org.countersign.rota.model.RotaFault;
import org.countersign.rota.model.RotaPattern;
import org.countersign.rota.service.PublishRota;
import org.countersign.rota.service.PublishRota.Covered;
import org.countersign.rota.service.PublishRota.PlannedShift;
import org.countersign.rota.service.RotaPlanning;
import org.countersign.rota.service.RotaProblem;
import org.countersign.rota.service.RotaQueries;
import org.countersign.rota.service.RotaView;
import org.countersign.rota.service.TakingTurns;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.web.support.Times;
import org.countersign.web.work.LocalTimes;

/**
 * Writes the plan of a rota by a rule: people in turn, when the turn changes, exceptions. It is looked at first, with every gap marked, and
 * published when it is sound. Times are on the rota's clock.
 */
@Named("rotaPlan")
@RequestScoped
public class PlanBacking {

    private static final int PLACES = 6;
    private static final int EXCEPTIONS = 3;
    private static final int USUAL_DAYS = 56;

    @EJB
    private RotaQueries queries;

    @EJB
    private RotaPlanning planning;

    @EJB
    private AccountDirectory accounts;

    @EJB
    private CustomerDirectory customers;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private RotaView known;
    private String code;
    private String name;
    private String zone;
    private RotaPattern.Change change = RotaPattern.Change.WEEKLY;
    private DayOfWeek day = DayOfWeek.MONDAY;
    private String time = "08:00";
    private String secondTime = "20:00";
    private String from;
    private String until;
    private final List<CoverRow> covers = new ArrayList<>();
    private final List<PersonRow> people = new ArrayList<>();
    private final List<ExceptionRow> exceptions = new ArrayList<>();
    private List<Caller> agents;
    private List<PreviewRow> preview;
    private List<String> faults = List.of();
    private List<String> hints = List.of();

    /** A contract that the rota may cover. */
    public static final class CoverRow {

        private final String contract;
        private final String label;
        private boolean covered;
        private Integer minutes;
        private boolean afterHoursOnly;

        CoverRow(String contract, String label) {
            this.contract = contract;
            this.label = label;
            this.minutes = (int) RotaPlanning.USUAL_PATIENCE.toMinutes();
        }

        public String getContract() {
            return contract;
        }

        public String getLabel() {
            return label;
        }

        public boolean isCovered() {
            return covered;
        }

        public void setCovered(boolean covered) {
            this.covered = covered;
        }

        public Integer getMinutes() {
            return minutes;
        }

        public void setMinutes(Integer minutes) {
            this.minutes = minutes;
        }

        public boolean isAfterHoursOnly() {
            return afterHoursOnly;
        }

        public void setAfterHoursOnly(boolean afterHoursOnly) {
            this.afterHoursOnly = afterHoursOnly;
        }
    }

    /** A place in the order of turns. */
    public static final class PersonRow {

        private final int place;
        private String account;

        PersonRow(int place) {
            this.place = place;
        }

        public int getPlace() {
            return place;
        }

        public String getAccount() {
            return account;
        }

        public void setAccount(String account) {
            this.account = account;
        }
    }

    /** Other people than usual for a while. */
    public static final class ExceptionRow {

        private final int place;
        private String from;
        private String until;
        private String responsible;
        private String backup;

        ExceptionRow(int place) {
            this.place = place;
        }

        public int getPlace() {
            return place;
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

        public String getResponsible() {
            return responsible;
        }

        public void setResponsible(String responsible) {
            this.responsible = responsible;
        }

        public String getBackup() {
            return backup;
        }

        public void setBackup(String backup) {
            this.backup = backup;
        }

        boolean isGiven() {
            return from != null || until != null || responsible != null || backup != null;
        }
    }

    /**
     * A line of the preview.
     *
     * @param responsible {@code null} in a gap
     * @param faults what is wrong there, or empty
     */
    public record PreviewRow(String from, String until, String responsible, String backup, List<String> faults) {}

    @PostConstruct
    void prepare() {
        Instant now = clock.instant();
        String asked = Parameters.text(request, "rota");
        known = queries.isKnown(asked) ? queries.rota(asked, null, null) : null;
        code = known == null ? asked : known.code();
        name = known == null ? null : known.name();
        zone = known == null ? reader.getZone().getId() : known.zone();
        Instant begin = usualBegin(now);
        from = LocalTimes.format(begin, ZoneId.of(zone));
        // As many days on the wall clock, also where the clocks change in between.
        until = LocalTimes.format(begin.atZone(ZoneId.of(zone)).plusDays(USUAL_DAYS).toInstant(), ZoneId.of(zone));
        customers.contracts().forEach(terms -> {
            CoverRow row = new CoverRow(terms.code(), terms.code() + " · " + terms.organisationName());
            if (known != null) {
                known.contracts().stream().filter(cover -> cover.contract().equals(terms.code())).findFirst().ifPresent(cover -> {
                    row.setCovered(true);
                    row.setMinutes((int) cover.backupAfter().toMinutes());
                    row.setAfterHoursOnly(cover.afterHoursOnly());
                });
            }
            covers.add(row);
        });
        List<String> inTurn = inTurn();
        for (int i = 0; i < PLACES; i++) {
            PersonRow row = new PersonRow(i + 1);
            row.setAccount(i < inTurn.size() ? inTurn.get(i) : null);
            people.add(row);
        }
        for (int i = 0; i < EXCEPTIONS; i++) {
            exceptions.add(new ExceptionRow(i + 1));
        }
    }

    /** Where the published plan ends, as long as it lasts; a rota whose plan has run out goes on at once, and a new one with the next hour. */
    private Instant usualBegin(Instant now) {
        if (known == null || known.until() == null) {
            return now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        }
        Instant present = now.truncatedTo(ChronoUnit.MINUTES);
        return known.until().isAfter(present) ? known.until() : present;
    }

    /** The people of the published plan, beginning with the one whose turn is next after it. */
    private List<String> inTurn() {
        if (known == null || known.shifts().isEmpty()) {
            return List.of();
        }
        List<String> inTurn = new ArrayList<>(
                known.shifts().stream().map(shift -> shift.responsible().account()).distinct().limit(PLACES).toList());
        int next = inTurn.indexOf(known.shifts().get(known.shifts().size() - 1).backup().account());
        Collections.rotate(inTurn, next < 0 ? 0 : -next);
        return inTurn;
    }

    /** For those who may write plans; others are told so. */
    public void load() {
        if (!reader.has("MANAGER") && !reader.has("ADMIN")) {
            throw new EJBAccessException("Plans are written by managers");
        }
        if (request.getParameter("rota") != null && known == null) {
            throw BusinessRuleViolation.notFound("rota", request.getParameter("rota"));
        }
    }

    /** Shows what the rule makes. */
    public String look() {
        messages.attempt(this::preview);
        return null;
    }

    private void preview() {
        PublishRota command = command();
        List<RotaProblem> problems = planning.check(command);
        faults = problems.stream().map(problem -> Texts.of(reader.getLocale(), problem.refusal())).toList();
        hints = planning.hints(command).stream().map(hint -> Texts.of(reader.getLocale(), hint)).toList();
        preview = rows(command, problems);
    }

    public String publish() {
        Long version = getSeen();
        boolean done = messages.attempt(() -> {
            if (known == null) {
                planning.open(command());
            } else {
                planning.publish(command(), version);
            }
        });
        if (!done) {
            try {
                preview();
            } catch (RuntimeException toldAlready) {
                preview = null;
            }
            return null;
        }
        messages.success("rota.plan.done", code);
        return Address.of("/desk/rota/rota.xhtml").with("faces-redirect", "true").with("rota", code).toString();
    }

    private PublishRota command() {
        ZoneId clockOfRota = ZoneId.of(Input.zone("zone", zone));
        List<PlannedShift> other = exceptions.stream()
                .filter(ExceptionRow::isGiven)
                .map(row -> new PlannedShift(
                        LocalTimes.parse("from", row.getFrom(), clockOfRota), LocalTimes.parse("until", row.getUntil(), clockOfRota),
                        row.getResponsible(), row.getBackup()))
                .toList();
        Instant begin = LocalTimes.parse("from", from, clockOfRota);
        Instant end = LocalTimes.parse("until", until, clockOfRota);
        List<PlannedShift> shifts = planning.shiftsBy(new TakingTurns(
                zone, change, day, timeOf("time", time), timeOf("secondTime", secondTime),
                people.stream().map(PersonRow::getAccount).filter(Objects::nonNull).toList(), begin, end, other));
        List<Covered> contracts = covers.stream()
                .filter(CoverRow::isCovered)
                .map(row -> new Covered(
                        row.getContract(), row.getMinutes() == null ? null : Duration.ofMinutes(row.getMinutes()), row.isAfterHoursOnly()))
                .toList();
        return new PublishRota(code, name, zone, contracts, begin, end, shifts);
    }

    private List<PreviewRow> rows(PublishRota command, List<RotaProblem> problems) {
        ZoneId clockOfRota = ZoneId.of(zone);
        Map<String, String> names = new LinkedHashMap<>();
        getAgents().forEach(agent -> names.put(agent.name(), agent.displayName()));
        List<RotaProblem> left = new ArrayList<>(problems);
        List<PreviewRow> rows = new ArrayList<>();
        for (PlannedShift shift : command.shifts()) {
            left.removeIf(problem -> {
                boolean before = problem.kind() == RotaFault.Kind.GAP && !problem.from().isAfter(shift.from());
                if (before) {
                    rows.add(gap(problem, clockOfRota));
                }
                return before;
            });
            List<String> wrong = problems.stream()
                    .filter(problem -> problem.kind() != RotaFault.Kind.GAP)
                    .filter(problem -> problem.from().isBefore(shift.until()) && shift.from().isBefore(problem.until()))
                    .map(problem -> Texts.of(reader.getLocale(), problem.refusal()))
                    .toList();
            rows.add(new PreviewRow(
                    written(shift.from(), clockOfRota), written(shift.until(), clockOfRota),
                    names.getOrDefault(shift.responsible(), shift.responsible()), names.getOrDefault(shift.backup(), shift.backup()), wrong));
        }
        left.stream().filter(problem -> problem.kind() == RotaFault.Kind.GAP).forEach(problem -> rows.add(gap(problem, clockOfRota)));
        return rows;
    }

    private PreviewRow gap(RotaProblem problem, ZoneId clockOfRota) {
        return new PreviewRow(
                written(problem.from(), clockOfRota), written(problem.until(), clockOfRota), null, null,
                List.of(Texts.of(reader.getLocale(), problem.refusal())));
    }

    private String written(Instant instant, ZoneId clockOfRota) {
        return Times.dateTime(instant, clockOfRota, reader.getLocale());
    }

    private static LocalTime timeOf(String field, String text) {
        try {
            return text == null || text.isBlank() ? null : LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw BusinessRuleViolation.invalid(field, "wrong-type", "HH:mm");
        }
    }

    public boolean isRevision() {
        return known != null;
    }

    public RotaView getKnown() {
        return known;
    }

    /** The rota's version when the page was opened, however often the plan was looked at since; {@code null} for a new rota. */
    public Long getSeen() {
        return Parameters.number(request, "version").orElse(known == null ? null : Long.valueOf(known.version()));
    }

    public List<PreviewRow> getPreview() {
        return preview;
    }

    public List<String> getFaults() {
        return faults;
    }

    /** What the plan may not mean, though it can be published. */
    public List<String> getHints() {
        return hints;
    }

    public List<CoverRow> getCovers() {
        return covers;
    }

    public List<PersonRow> getPeople() {
        return people;
    }

    public List<ExceptionRow> getExceptions() {
        return exceptions;
    }

    public List<RotaPattern.Change> getChanges() {
        return Arrays.asList(RotaPattern.Change.values());
    }

    /** Days of the week by their names. */
    public Map<String, DayOfWeek> getDays() {
        Map<String, DayOfWeek> days = new LinkedHashMap<>();
        for (DayOfWeek each : DayOfWeek.values()) {
            days.put(each.getDisplayName(TextStyle.FULL_STANDALONE, reader.getLocale()), each);
        }
        return days;
    }

    public List<Caller> getAgents() {
        if (agents == null) {
            agents = accounts.agents();
        }
        return agents;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public RotaPattern.Change getChange() {
        return change;
    }

    public void setChange(RotaPattern.Change change) {
        this.change = change;
    }

    public DayOfWeek getDay() {
        return day;
    }

    public void setDay(DayOfWeek day) {
        this.day = day;
    }

    public String getTime() {
        return time;
    }

    public void setTime(String time) {
        this.time = time;
    }

    public String getSecondTime() {
        return secondTime;
    }

    public void setSecondTime(String secondTime) {
        this.secondTime = secondTime;
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
}
