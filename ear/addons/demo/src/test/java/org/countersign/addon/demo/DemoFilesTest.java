package org.countersign.addon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.customer.model.TeamRole;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.yaml.YamlAgreementText;
import org.countersign.identity.model.Role;
import org.countersign.kernel.IsoWeek;
import org.countersign.rota.model.Duty;
import org.countersign.rota.model.RotaPattern;
import org.countersign.rota.model.RotaPlan;
import org.countersign.rota.service.TakingTurns;
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.model.TicketState;
import org.countersign.vendor.service.RecordVendor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo's files make sense, on whatever day the demo is started for the first time. */
class DemoFilesTest {

    private static final List<String> DESKS = List.of("desk-a.json", "desk-b.json", "desk-c.json", "desk-d.json", "desk-e.json");
    private static final Set<String> CUSTOMERS = Set.of("anna", "bert", "carla", "alice", "dana", "eva");
    private static final Map<String, String> ACCEPTING =
            Map.of("DESK-A", "alice", "DESK-B", "anna", "DESK-C", "bert", "DESK-D", "dana", "DESK-E", "eva");

    /** Each day of two weeks, before the desk opens, while it works, at night; and the days on which the clocks change. */
    static Stream<Instant> firstStarts() {
        Instant monday = Instant.parse("2026-11-16T00:00:00Z");
        Stream<Instant> fortnight = Stream.iterate(monday, at -> at.plus(Duration.ofHours(11))).limit(31);
        return Stream.concat(fortnight, Stream.of(Instant.parse("2027-03-28T12:00:00Z"), Instant.parse("2027-10-31T00:30:00Z")));
    }

    private static List<TicketStory> stories(Instant firstStart) {
        StoryTime time = new StoryTime(firstStart);
        return DESKS.stream().flatMap(file -> TicketStory.read(file, time).stream()).toList();
    }

    /** Where a ticket stands after the steps, which all have to be legal. */
    private static TicketState endOf(TicketStory story) {
        boolean held = story.contract().equals("DESK-C") && story.steps().get(0).by().equals("carla");
        boolean incomplete = story.contract().equals("DESK-A") && !story.report().containsKey("service");
        TicketState state = held || incomplete ? TicketState.HELD : TicketState.NEW;
        for (TicketStory.Step step : story.steps()) {
            TicketAction action = Stream.of(TicketAction.values())
                    .filter(known -> known.verb().equals(step.action()))
                    .findFirst()
                    .orElse(null);
            if (action == null) {
                continue;
            }
            assertThat(state.legalActions()).as(story.ref() + ": " + step.action() + " in " + state).contains(action);
            state = switch (action) {
                case RELEASE, COMPLETE -> TicketState.NEW;
                case START, RESUME, REJECT, HAND_BACK -> TicketState.IN_PROGRESS;
                case HOLD -> TicketState.ON_HOLD;
                case RESOLVE -> TicketState.RESOLVED;
                case ACCEPT -> TicketState.CLOSED;
                case WITHDRAW -> TicketState.WITHDRAWN;
                case LINK_DUPLICATE -> TicketState.DUPLICATE;
                case TRANSFER -> TicketState.TRANSFERRED;
                case DECLINE -> TicketState.DECLINED;
                case ASSIGN, ASSESS, CATEGORISE, ESCALATE -> state;
            };
        }
        return state;
    }

    @Test
    void vendors_are_asked_that_there_are_and_nothing_is_resolved_before_they_are_done() {
        List<String> vendors = DemoVendor.read().stream().map(RecordVendor::code).toList();
        int asked = 0;
        for (TicketStory story : stories(Instant.parse("2026-11-18T10:00:00Z"))) {
            boolean open = false;
            for (TicketStory.Step step : story.steps()) {
                switch (step.action()) {
                    case "vendor-case" -> {
                        assertThat(vendors).as(story.ref()).contains(step.details().getString("vendor"));
                        open = true;
                        asked++;
                    }
                    case "vendor-solve" -> open = false;
                    case "vendor-tell", "vendor-answer" -> assertThat(open).as(story.ref()).isTrue();
                    case "resolve" -> assertThat(open).as(story.ref()).isFalse();
                    default -> {
                        // Says nothing about vendors.
                    }
                }
            }
        }
        assertThat(asked).isPositive();
    }

    @Test
    void every_state_occurs() {
        Set<TicketState> ends = stories(Instant.parse("2026-11-18T10:00:00Z")).stream().map(DemoFilesTest::endOf).collect(Collectors.toSet());
        assertThat(ends).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(TicketState.class));
    }

    @ParameterizedTest
    @MethodSource("firstStarts")
    void nothing_happens_after_the_first_start_or_before_the_story_begins(Instant firstStart) {
        List<Instant> all = stories(firstStart).stream().flatMap(story -> story.steps().stream()).map(TicketStory.Step::at).toList();
        assertThat(all).allMatch(at -> !at.isAfter(firstStart)).allMatch(at -> at.isAfter(firstStart.minus(DemoLoader.PAST)));
        assertThat(OfficeStory.read(new StoryTime(firstStart))).allMatch(deed -> !deed.at().isAfter(firstStart));
    }

    @ParameterizedTest
    @MethodSource("firstStarts")
    void last_week_and_last_month_are_full(Instant firstStart) {
        LocalDate today = LocalDate.ofInstant(firstStart, StoryTime.ZONE);
        List<LocalDate> registered = stories(firstStart).stream()
                .map(story -> LocalDate.ofInstant(story.steps().get(0).at(), StoryTime.ZONE))
                .toList();
        IsoWeek lastWeek = IsoWeek.of(today).previous();
        assertThat(registered.stream().filter(lastWeek::contains).count()).isGreaterThanOrEqualTo(7);
        LocalDate lastMonth = today.minusMonths(1);
        assertThat(registered.stream()
                        .filter(day -> day.getMonth() == lastMonth.getMonth() && day.getYear() == lastMonth.getYear())
                        .count())
                .isGreaterThanOrEqualTo(20);
        assertThat(registered).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("firstStarts")
    void nobody_works_on_two_things_at_once(Instant firstStart) {
        record Work(String ref, Instant from, Instant to) {}
        Map<String, List<Work>> byPerson = new HashMap<>();
        for (TicketStory story : stories(firstStart)) {
            for (TicketStory.Step step : story.steps()) {
                if (step.action().equals("work")) {
                    Instant from = step.at().minus(Duration.ofMinutes(step.details().getInt("minutes")));
                    byPerson.computeIfAbsent(step.by(), person -> new ArrayList<>()).add(new Work(story.ref(), from, step.at()));
                }
            }
        }
        byPerson.forEach((person, works) -> {
            works.sort(Comparator.comparing(Work::from));
            for (int i = 1; i < works.size(); i++) {
                assertThat(works.get(i).from()).as(person + ": " + works.get(i - 1) + ", " + works.get(i)).isAfterOrEqualTo(works.get(i - 1).to());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("firstStarts")
    void somebody_is_on_duty_before_and_after_the_first_start(Instant firstStart) {
        List<String> agents = MasterData.read(LocalDate.ofInstant(firstStart, StoryTime.ZONE)).logins().stream()
                .filter(login -> login.staff() != null && login.staff().roles().contains(Role.AGENT))
                .map(MasterData.Login::name)
                .toList();
        for (DemoRota rota : DemoRota.read(firstStart)) {
            TakingTurns turns = rota.turns();
            assertThat(agents).containsAll(turns.people());
            List<Long> places = java.util.stream.LongStream.range(0, turns.people().size()).boxed().toList();
            RotaPlan plan = new RotaPattern(ZoneId.of(turns.zone()), turns.change(), turns.day(), turns.time(), null, places)
                    .between(turns.from(), turns.until());
            assertThat(plan.faults(List.of())).isEmpty();
            assertThat(turns.from()).isBeforeOrEqualTo(firstStart.minus(DemoLoader.PAST));
            assertThat(turns.until()).isAfter(firstStart.plus(Duration.ofDays(28)));
            // Who writes the handover note of the demo had the shift before, or has the one that runs early on Monday.
            Instant written = OfficeStory.read(new StoryTime(firstStart)).stream()
                    .filter(deed -> deed.what().equals("handover"))
                    .findFirst()
                    .orElseThrow()
                    .at();
            Duty shift = plan.at(written).orElseThrow();
            Duty before = plan.at(shift.from().minusSeconds(1)).orElseThrow();
            long writer = turns.people().indexOf("l3");
            assertThat(shift.names(writer) || before.names(writer)).isTrue();
        }
    }

    @Test
    void everybody_does_what_their_account_may() {
        for (TicketStory story : stories(Instant.parse("2026-11-18T10:00:00Z"))) {
            for (TicketStory.Step step : story.steps()) {
                switch (step.action()) {
                    case "accept", "reject" -> assertThat(step.by()).isEqualTo(ACCEPTING.get(story.contract()));
                    case "withdraw", "release", "approve-visit" -> assertThat(CUSTOMERS).contains(step.by());
                    case "register", "message" -> assertThat(CUSTOMERS.contains(step.by()) || Set.of("l1", "l2", "l3").contains(step.by())).as(step.by()).isTrue();
                    default -> assertThat(Set.of("l1", "l2", "l3")).as(story.ref() + " " + step.action()).contains(step.by());
                }
            }
        }
    }

    @Test
    void the_staff_have_what_the_contracts_demand_and_everybody_named_is_known() {
        MasterData data = MasterData.read(LocalDate.parse("2026-11-18"));
        List<String> staff = data.logins().stream().filter(login -> login.staff() != null).map(MasterData.Login::name).toList();
        assertThat(staff).containsAll(data.skills().staff().stream().map(DemoSkills.Person::account).toList());
        for (DemoSkills.Person person : data.skills().staff()) {
            assertThat(data.skills().catalogue().keySet()).containsAll(person.skills().stream().map(skill -> skill.code()).toList());
        }
        for (MasterData.Agreement agreement : data.agreements()) {
            assertThat(staff).containsAll(agreement.team().stream().map(member -> member.account()).toList());
            assertThat(agreement.team()).extracting(member -> member.role()).doesNotHaveDuplicates().contains(TeamRole.RESPONSIBLE_MANAGER);
        }
    }

    @Test
    void no_two_tickets_have_the_same_name() {
        Set<String> seen = new HashSet<>();
        assertThat(stories(Instant.parse("2026-11-18T10:00:00Z"))).allMatch(story -> seen.add(story.ref()));
    }

    @Test
    void the_accounts_are_those_that_the_documentation_names() {
        MasterData data = MasterData.read(LocalDate.parse("2026-11-18"));
        assertThat(data.logins().stream().map(MasterData.Login::name))
                .containsExactly("admin", "l1", "l2", "l3", "manager", "quality", "anna", "bert", "carla", "alice", "dana", "eva");
        assertThat(data.logins().stream().filter(login -> login.name().equals("admin")).findFirst().orElseThrow().staff().roles())
                .containsExactlyInAnyOrder(Role.ADMIN, Role.MAIL_GATEWAY);
        assertThat(data.agreements().stream().map(agreement -> agreement.contract().code())).containsExactly("DESK-B", "DESK-C", "DESK-A", "DESK-D", "DESK-E");
        assertThat(data.agreements().stream().flatMap(agreement -> agreement.members().stream()).filter(MasterData.Member::mayAccept))
                .extracting(MasterData.Member::email)
                .containsExactly(
                        "anna@customer-b.example", "bert@customer-c.example", "alice@customer-a.example", "dana@customer-d.example",
                        "eva@customer-e.example");
        assertThat(data.mailboxes()).extracting("address").containsExactly(
                        "support@desk-b.example", "support@desk-c.example", "support@desk-a.example", "support@desk-d.example",
                        "support@desk-e.example");
    }

    @Test
    void every_agreement_can_be_read() {
        MasterData data = MasterData.read(LocalDate.parse("2026-11-18"));
        assertThat(data.agreements()).hasSize(5).allSatisfy(agreement -> {
            ServiceAgreement read = ServiceAgreement.of(new YamlAgreementText().read(agreement.contract().agreement()));
            assertThat(data.calendars()).containsKey(read.calendar());
        });
    }

    @Test
    void reports_name_environments_and_categories_that_their_contract_lists() {
        Map<String, ServiceAgreement> agreements = new HashMap<>();
        MasterData.read(LocalDate.parse("2026-11-18")).agreements().forEach(agreement -> agreements.put(
                agreement.contract().code(), ServiceAgreement.of(new YamlAgreementText().read(agreement.contract().agreement()))));
        Set<String> categories = new HashSet<>();
        for (TicketStory story : stories(Instant.parse("2026-11-18T10:00:00Z"))) {
            ServiceAgreement agreement = agreements.get(story.contract());
            String environment = story.report().getString("environment", null);
            assertThat(agreement.environments().named(environment)).as(story.ref()).isEqualTo(environment);
            List<JsonObject> said = new ArrayList<>(List.of(story.report()));
            story.steps().stream().filter(step -> step.action().equals("categorise")).forEach(step -> said.add(step.details()));
            for (JsonObject one : said) {
                if (one.containsKey("category")) {
                    categories.add(agreement.categories().named(one.getString("category"), story.report().getString("kind")).code());
                }
            }
        }
        assertThat(categories).hasSizeGreaterThan(5);
    }

    @Test
    void times_are_relative_to_the_first_start() {
        StoryTime time = new StoryTime(Instant.parse("2026-11-18T10:00:00Z"));
        assertThat(time.at("W-1 TUE 09:10")).isEqualTo("2026-11-10T08:10:00Z");
        assertThat(time.at("D-1 14:00")).isEqualTo("2026-11-17T13:00:00Z");
        assertThat(time.at("-PT5H")).isEqualTo("2026-11-18T05:00:00Z");
        assertThat(time.at("W-0 FRI 09:00")).as("not after the first start").isEqualTo("2026-11-18T10:00:00Z");
        assertThat(time.week(1)).hasToString("2026-W46");
        for (String wrong : List.of("yesterday", "W-1 FOO 09:10", "W-1 TUE 25:10", "-Pnothing")) {
            assertThatThrownBy(() -> time.at(wrong)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(wrong);
        }
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> DemoFile.read("desk-z.json")).hasMessageContaining("desk-z.json");
        JsonObject file = DemoFile.read("desk-b.json").asJsonObject();
        assertThat(file.getString("contract")).isEqualTo("DESK-B");
    }
}
