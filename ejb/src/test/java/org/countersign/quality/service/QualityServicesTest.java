package org.countersign.quality.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.Characteristic;
import org.countersign.quality.model.DrawOutcome;
import org.countersign.quality.model.Finding;
import org.countersign.quality.model.InspectionRegime;
import org.countersign.quality.model.LotState;
import org.countersign.quality.model.LotVerdict;
import org.countersign.quality.model.Population;
import org.countersign.quality.model.QualityEvent.LotDecided;
import org.countersign.quality.model.QualityEvent.LotDrawn;
import org.countersign.quality.model.QualityEvent.ReviewGiven;
import org.countersign.quality.model.SeededDraw;
import org.countersign.customer.model.ContractTerms;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.AcceptanceManner;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;
import org.countersign.work.model.Activity;
import org.countersign.work.model.WorkDone;
import org.countersign.work.model.WorkLedger;
import org.countersign.work.model.Worklog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** From closed tickets to a verdict on the lot, in the database. */
@OnEachDatabase
class QualityServicesTest {

    private static final IsoWeek WEEK = IsoWeek.parse("2026-W46");
    private static final Instant TUESDAY = Instant.parse("2026-11-10T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-11T09:00:00Z");
    private static final Instant NEXT_MONDAY = Instant.parse("2026-11-16T06:00:00Z");

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private String reviewer;
    private long reviewerId;

    @BeforeEach
    void a_customer_and_a_quality_engineer() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "Q" + ++customers);
        reviewer = "quality-" + customers;
        reviewerId = database.inTransaction(() -> {
            Account account = Account.ofStaff(reviewer, "Quentin " + customers, reviewer + "@desk.example", null, Set.of(Role.QUALITY));
            wiring.get(Accounts.class).add(account);
            return account.id();
        });
        wiring.calledBy(reviewer);
    }

    @Test
    void the_closed_tickets_of_a_week_form_a_lot_whose_sample_anybody_can_draw_again() {
        List<String> closed = close(30, TUESDAY);
        open(TUESDAY);
        close(2, Instant.parse("2026-11-08T22:59:59Z"));

        DrawResult result = draw(WEEK, NEXT_MONDAY);

        assertThat(result.outcome()).isEqualTo(DrawOutcome.DRAWN);
        assertThat(result.lotSize()).isEqualTo(30);
        assertThat(result.cutOffAt()).isNull();
        LotSample sample = read(() -> queries().sample(result.lotId()));
        List<String> population = read(() -> queries().population(result.lotId()));
        assertThat(population).containsExactlyInAnyOrderElementsOf(closed);
        assertThat(sample.populationHash()).isEqualTo(Population.of(closed).hash());
        assertThat(sample.method()).isEqualTo(SeededDraw.METHOD);
        assertThat(sample.items()).extracting(LotSample.Item::ticket)
                .containsExactlyElementsOf(Population.of(closed).sample(SeededDraw.of(sample.seed(), 30, sample.sampleSize())));
        assertThat(sample.items()).extracting(LotSample.Item::order).first().isEqualTo(1);
        assertThat(sample.items()).noneMatch(LotSample.Item::reviewed);
    }

    @Test
    void a_draw_is_told_with_everything_needed_to_repeat_it() {
        close(3, TUESDAY);
        DrawResult result = draw(WEEK, NEXT_MONDAY);

        LotSample sample = read(() -> queries().sample(result.lotId()));
        assertThat(wiring.events().fired(LotDrawn.class)).singleElement().satisfies(drawn -> {
            assertThat(drawn.contractId()).isEqualTo(customer.contractId());
            assertThat(drawn.subjectId()).isEqualTo(String.valueOf(result.lotId()));
            assertThat(drawn.sample().split(" "))
                    .containsExactlyElementsOf(sample.items().stream().map(LotSample.Item::ticket).toList());
            assertThat(drawn.facts()).containsEntry("seed", sample.seed()).containsEntry("week", "2026-W46")
                    .containsEntry("populationHash", sample.populationHash());
        });
    }

    @Test
    void drawing_twice_gives_the_same_lot() {
        close(10, TUESDAY);
        DrawResult first = draw(WEEK, NEXT_MONDAY);
        String seed = read(() -> queries().lot(first.lotId())).seed();

        DrawResult second = draw(WEEK, NEXT_MONDAY.plus(Duration.ofHours(1)));

        assertThat(second.outcome()).isEqualTo(DrawOutcome.ALREADY_DRAWN);
        assertThat(second.lotId()).isEqualTo(first.lotId());
        assertThat(read(() -> queries().lot(first.lotId())).seed()).isEqualTo(seed);
        assertThat(wiring.events().fired(LotDrawn.class)).hasSize(1);
    }

    @Test
    void a_week_in_which_nothing_closed_has_no_lot() {
        open(TUESDAY);

        DrawResult result = draw(WEEK, NEXT_MONDAY);

        assertThat(result.outcome()).isEqualTo(DrawOutcome.NOTHING_CLOSED);
        assertThat(result.lotId()).isNull();
        assertThat(wiring.events().fired()).isEmpty();
    }

    @Test
    void tickets_of_another_contract_are_not_in_the_lot() {
        List<String> own = close(2, TUESDAY);
        SampleCustomer other = SampleCustomer.store(database, wiring, "Q" + customers + "OTHER");
        closeFor(other, 2, TUESDAY);

        DrawResult result = draw(WEEK, NEXT_MONDAY);

        assertThat(read(() -> queries().population(result.lotId()))).containsExactlyInAnyOrderElementsOf(own);
    }

    @Test
    void a_running_week_is_cut_off_and_what_closes_later_is_in_the_next_lot() {
        close(2, TUESDAY);
        DrawResult cut = draw(WEEK, WEDNESDAY);
        List<String> late = close(1, WEDNESDAY.plus(Duration.ofHours(3)));
        late.addAll(close(1, NEXT_MONDAY.plus(Duration.ofHours(3))));

        DrawResult next = draw(WEEK.next(), Instant.parse("2026-11-23T06:00:00Z"));

        assertThat(cut.cutOffAt()).isEqualTo(WEDNESDAY);
        assertThat(cut.lotSize()).isEqualTo(2);
        assertThat(next.cutOffAt()).isNull();
        assertThat(read(() -> queries().population(next.lotId()))).containsExactlyInAnyOrderElementsOf(late);
    }

    @Test
    void a_week_that_has_not_begun_cannot_be_drawn() {
        refused(() -> draw(WEEK, Instant.parse("2026-11-08T12:00:00Z")), "week-not-begun");
    }

    @Test
    void the_last_review_decides_the_lot() {
        close(5, TUESDAY);
        long lot = draw(WEEK, NEXT_MONDAY).lotId();
        List<LotSample.Item> items = read(() -> queries().sample(lot)).items();

        for (LotSample.Item item : items.subList(1, items.size())) {
            give(item.review(), 0);
        }
        assertThat(read(() -> queries().lot(lot)).lot().state()).isEqualTo(LotState.DRAWN);
        assertThat(wiring.events().fired(LotDecided.class)).isEmpty();
        give(items.get(0).review(), 0);

        LotDetails decided = read(() -> queries().lot(lot));
        assertThat(decided.lot().state()).isEqualTo(LotState.DECIDED);
        assertThat(decided.lot().verdict()).isEqualTo(LotVerdict.ACCEPTED);
        assertThat(decided.lot().reviewed()).isEqualTo(items.size());
        assertThat(decided.lot().decidedAt()).isEqualTo(wiring.clock().instant());
        assertThat(wiring.events().fired(ReviewGiven.class)).hasSize(items.size());
        assertThat(wiring.events().fired(LotDecided.class)).singleElement()
                .extracting(LotDecided::verdict, LotDecided::nonconforming)
                .containsExactly(LotVerdict.ACCEPTED, 0);
    }

    @Test
    void a_lot_whose_rejection_number_is_reached_is_settled_early_and_decided_at_the_end() {
        close(5, TUESDAY);
        long lot = draw(WEEK, NEXT_MONDAY).lotId();
        List<LotSample.Item> items = read(() -> queries().sample(lot)).items();

        give(items.get(0).review(), 2);

        LotDetails early = read(() -> queries().lot(lot));
        assertThat(early.settledVerdict()).isEqualTo(LotVerdict.NOT_ACCEPTED);
        assertThat(early.lot().verdict()).isEqualTo(LotVerdict.UNDECIDED);
        items.stream().skip(1).forEach(item -> give(item.review(), 0));
        LotDetails decided = read(() -> queries().lot(lot));
        assertThat(decided.lot().verdict()).isEqualTo(LotVerdict.NOT_ACCEPTED);
        assertThat(decided.lot().nonconforming()).isEqualTo(1);
    }

    @Test
    void a_review_is_final() {
        close(5, TUESDAY);
        long lot = draw(WEEK, NEXT_MONDAY).lotId();
        LotSample.Item item = read(() -> queries().sample(lot)).items().get(0);
        give(item.review(), 1);

        refused(() -> give(item.review(), 0), "review-already-given");

        ReviewDetails review = read(() -> queries().review(item.review()));
        assertThat(review.given()).isTrue();
        assertThat(review.reviewer()).startsWith("Quentin");
        assertThat(review.findings()).isEqualTo(findings(1));
        assertThat(read(() -> queries().lot(lot)).lot().reviewed()).isEqualTo(1);
    }

    @Test
    void who_handled_a_ticket_does_not_review_it() {
        close(1, TUESDAY);
        long lot = draw(WEEK, NEXT_MONDAY).lotId();
        LotSample.Item item = read(() -> queries().sample(lot)).items().get(0);
        assertThat(read(() -> queries().review(item.review())).ownWork()).isFalse();
        wiring.calledBy("q" + customers + "-agent");

        refused(() -> give(item.review(), 0), "review-own-work");

        assertThat(read(() -> queries().review(item.review())).ownWork()).isTrue();
        assertThat(read(() -> queries().lot(lot)).lot().reviewed()).isZero();
    }

    @Test
    void a_reviewer_sees_what_was_done_and_who_accepted_it() {
        String number = close(1, TUESDAY).get(0);
        book(number, 20);
        book(number, 5);
        long lot = draw(WEEK, NEXT_MONDAY).lotId();
        LotSample.Item item = read(() -> queries().sample(lot)).items().get(0);

        ReviewDetails review = read(() -> queries().review(item.review()));

        assertThat(review.contract()).isEqualTo("DESK-" + customer.code());
        assertThat(review.week()).isEqualTo(WEEK);
        assertThat(review.given()).isFalse();
        assertThat(review.findings()).isEmpty();
        assertThat(review.ticket().number()).isEqualTo(number);
        assertThat(review.ticket().resolution()).isEqualTo("Solved");
        assertThat(review.ticket().acceptedByName()).isEqualTo("Contact " + customer.code());
        assertThat(review.ticket().authorisationId()).isEqualTo(customer.authorisationId());
        assertThat(review.ticket().messages()).isZero();
        assertThat(review.workMinutes()).isEqualTo(25);
        assertThat(review.travelMinutes()).isZero();
        assertThat(review.ticket().assigneeId()).isEqualTo(customer.agentId());
    }

    @Test
    void two_lots_not_accepted_bring_tightened_inspection() {
        IsoWeek week = WEEK;
        Instant tuesday = TUESDAY;
        for (int i = 0; i < 2; i++) {
            close(3, tuesday);
            long lot = draw(week, tuesday.plus(Duration.ofDays(6))).lotId();
            assertThat(read(() -> queries().lot(lot)).lot().regime()).isEqualTo(InspectionRegime.NORMAL);
            read(() -> queries().sample(lot)).items().forEach(item -> give(item.review(), 1));
            week = week.next();
            tuesday = tuesday.plus(Duration.ofDays(7));
        }
        close(3, tuesday);

        long third = draw(week, tuesday.plus(Duration.ofDays(6))).lotId();

        assertThat(read(() -> queries().lot(third)).lot().regime()).isEqualTo(InspectionRegime.TIGHTENED);
    }

    @Test
    void after_five_lots_not_accepted_on_tightened_inspection_none_is_submitted_any_more() {
        IsoWeek week = WEEK;
        Instant tuesday = TUESDAY;
        for (int i = 0; i < 7; i++) {
            close(1, tuesday);
            long lot = draw(week, tuesday.plus(Duration.ofDays(6))).lotId();
            read(() -> queries().sample(lot)).items().forEach(item -> give(item.review(), 1));
            week = week.next();
            tuesday = tuesday.plus(Duration.ofDays(7));
        }
        close(1, tuesday);

        DrawResult result = draw(week, tuesday.plus(Duration.ofDays(6)));

        assertThat(result.outcome()).isEqualTo(DrawOutcome.DISCONTINUED);
        assertThat(result.lotId()).isNull();
        assertThat(result.lotSize()).isEqualTo(1);
    }

    @Test
    void lots_are_listed_latest_first_page_by_page_and_filtered() {
        close(1, TUESDAY);
        long first = draw(WEEK, NEXT_MONDAY).lotId();
        close(1, NEXT_MONDAY.plus(Duration.ofHours(4)));
        long second = draw(WEEK.next(), NEXT_MONDAY.plus(Duration.ofDays(7))).lotId();
        String contract = "DESK-" + customer.code();
        LotFilter all = new LotFilter(contract, null, null);

        CursorPage<LotRow> page = read(() -> queries().lots(all, 1, null));
        CursorPage<LotRow> rest = read(() -> queries().lots(all, 1, page.next()));

        assertThat(page.items()).extracting(LotRow::id).containsExactly(second);
        assertThat(rest.items()).extracting(LotRow::id).containsExactly(first);
        assertThat(rest.next()).isNull();
        assertThat(read(() -> queries().lots(new LotFilter(contract, WEEK, null), null, null)).items())
                .extracting(LotRow::id).containsExactly(first);
        read(() -> queries().sample(first)).items().forEach(item -> give(item.review(), 0));
        assertThat(read(() -> queries().lots(new LotFilter(contract, null, LotState.DECIDED), null, null)).items())
                .extracting(LotRow::id).containsExactly(first);
        assertThat(read(() -> queries().lots(new LotFilter(contract, null, LotState.DRAWN), null, null)).items())
                .extracting(LotRow::id).containsExactly(second);
        assertThat(read(() -> queries().lots(LotFilter.ALL, null, null)).items()).extracting(LotRow::id).contains(first, second);
    }

    @Test
    void pages_cost_the_same_few_statements_whatever_they_show() {
        close(1, TUESDAY);
        long small = draw(WEEK, NEXT_MONDAY).lotId();
        close(40, NEXT_MONDAY.plus(Duration.ofHours(4)));
        long large = draw(WEEK.next(), NEXT_MONDAY.plus(Duration.ofDays(7))).lotId();
        long reviewed = read(() -> queries().sample(small)).items().get(0).review();
        give(reviewed, 1);
        long awaited = read(() -> queries().sample(large)).items().get(0).review();

        assertThat(statements(() -> queries().sample(large))).isEqualTo(statements(() -> queries().sample(small))).isEqualTo(3);
        assertThat(statements(() -> queries().lots(LotFilter.ALL, null, null))).isEqualTo(1);
        assertThat(statements(() -> queries().lot(large))).isEqualTo(2);
        assertThat(statements(() -> queries().review(awaited)))
                .isEqualTo(statements(() -> queries().review(reviewed)))
                .isLessThanOrEqualTo(8);
    }

    @Test
    void the_application_can_neither_change_nor_delete_what_was_drawn_found_and_decided() {
        close(2, TUESDAY);
        long lot = draw(WEEK, NEXT_MONDAY).lotId();
        read(() -> queries().sample(lot)).items().forEach(item -> give(item.review(), 1));

        for (String table : List.of("inspection_lot", "lot_member", "sampled_ticket", "quality_review", "review_finding", "lot_decision")) {
            assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM " + table)).as(table).isInstanceOf(SQLException.class);
        }
        for (String change : List.of(
                "UPDATE inspection_lot SET seed = 'another'",
                "UPDATE lot_member SET ticket_number = 'CS-1'",
                "UPDATE sampled_ticket SET draw_order = 99",
                "UPDATE quality_review SET nonconformities = 0",
                "UPDATE review_finding SET conforming = TRUE",
                "UPDATE lot_decision SET verdict = 'ACCEPTED'")) {
            assertThatThrownBy(() -> database.executeAsApplication(change)).as(change).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_contract_has_one_lot_a_week_even_past_the_service() {
        close(1, TUESDAY);
        long lot = draw(WEEK, NEXT_MONDAY).lotId();

        assertThatThrownBy(() -> database.executeAsOwner("INSERT INTO inspection_lot SELECT id + 1000000, contract_id, iso_week, period_from,"
                        + " period_until, cut_off_at, scheme, inspection_level, aql, regime, lot_size, population_hash, seed, draw_method,"
                        + " code_letter, use_letter, sample_size, accept_number, reject_number, inspect_all, drawn_at, drawn_for"
                        + " FROM inspection_lot WHERE id = " + lot))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void of_two_last_reviews_given_at_once_exactly_one_decides() {
        close(2, TUESDAY);
        long lot = draw(WEEK, NEXT_MONDAY).lotId();
        List<LotSample.Item> items = read(() -> queries().sample(lot)).items();
        assertThat(items).hasSize(2);
        // Each on a wiring of its own, as on two nodes.
        List<CompletableFuture<Wiring>> both = items.stream().map(item -> CompletableFuture.supplyAsync(() -> {
            Wiring node = new Wiring(database).calledBy(reviewer);
            database.inTransaction(() -> node.get(QualityReviewing.class).give(item.review(), findings(0)));
            return node;
        })).toList();

        List<LotDecided> decisions = both.stream()
                .map(CompletableFuture::join)
                .flatMap(node -> node.events().fired(LotDecided.class).stream())
                .toList();

        assertThat(decisions).hasSize(1);
        assertThat(read(() -> queries().lot(lot)).lot().verdict()).isEqualTo(LotVerdict.ACCEPTED);
    }

    @Test
    void what_does_not_exist_is_not_found() {
        refused(() -> read(() -> queries().lot(-1)), "not-found");
        refused(() -> read(() -> queries().sample(-1)), "not-found");
        refused(() -> read(() -> queries().population(-1)), "not-found");
        refused(() -> read(() -> queries().review(-1)), "not-found");
        refused(() -> give(-1, 0), "not-found");
    }

    private void book(String number, int minutes) {
        database.inTransaction(() -> wiring.get(WorkLedger.class).add(Worklog.book(
                wiring.get(Tickets.class).byNumber(number).orElseThrow().ref(),
                customer.agentId(),
                new WorkDone(TUESDAY.minus(Duration.ofHours(2)), minutes, Activity.ANALYSIS, 0, null, null),
                null,
                TUESDAY)));
    }

    private QualityQueries queries() {
        return wiring.get(QualityQueries.class);
    }

    private <T> T read(java.util.function.Supplier<T> query) {
        return database.inTransaction(query);
    }

    private int statements(Runnable query) {
        return database.statements().count(() -> database.inTransaction(query));
    }

    private DrawResult draw(IsoWeek week, Instant at) {
        wiring.clock().moveTo(at);
        return database.inTransaction(() -> wiring.get(LotDrawing.class).draw(customer.contractId(), week, "job 1"));
    }

    private void give(long review, int nonconformities) {
        database.inTransaction(() -> wiring.get(QualityReviewing.class).give(review, findings(nonconformities)));
    }

    private static List<Finding> findings(int nonconformities) {
        Characteristic[] checklist = Characteristic.values();
        return Arrays.stream(checklist)
                .map(each -> each.ordinal() < nonconformities ? new Finding(each, false, "missing") : new Finding(each, true, null))
                .toList();
    }

    private void open(Instant at) {
        wiring.clock().moveTo(at);
        database.inTransaction(() -> {
            customer.ticket(wiring, "Still open");
        });
    }

    private List<String> close(int count, Instant at) {
        return closeFor(customer, count, at);
    }

    private List<String> closeFor(SampleCustomer whose, int count, Instant at) {
        List<String> numbers = new ArrayList<>();
        wiring.clock().moveTo(at.minus(Duration.ofHours(1)));
        List<Long> ids = database.inTransaction(() -> {
            List<Long> registered = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                registered.add(whose.ticket(wiring, "Ticket " + i).id());
            }
            return registered;
        });
        for (Long id : ids) {
            database.inTransaction(() -> {
                Ticket ticket = database.entityManager().find(Ticket.class, id);
                ContractTerms calendar = whose.terms(wiring);
                ticket.resolve("Solved", whose.agentId(), calendar, at.minus(Duration.ofMinutes(30)));
                numbers.add(ticket.number());
            });
            database.inTransaction(() -> {
                database.entityManager().find(Ticket.class, id).accept(
                        new AuthorisationInForce(whose.authorisationId(), whose.contractId(), whose.contactId(), SampleCustomer.SINCE),
                        AcceptanceManner.PORTAL, null, at);
            });
        }
        return numbers;
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(
                BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
