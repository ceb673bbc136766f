package org.countersign.escalation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countersign.escalation.model.EscalationState;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.TicketRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the staff sees and hears of escalations. */
@OnEachDatabase
class EscalationQueriesTest {

    private static final String HALF = "{rule: HALF-TIME, at: {percent: 50, of: RESOLUTION}, then: {level: L2, notify: [MANAGER]}}";
    private static final String LATE = "{rule: LATE, after: {time: PT1H, of: RESOLUTION}, then: {notify: [MANAGER]}}";
    private static final String ALONE = "{rule: ALONE, unassigned: PT48H, then: {notify: [MANAGER]}}";

    @Parameter
    TestDatabase database;

    private EscalationFixture desk;

    @BeforeEach
    void a_desk() throws SQLException {
        desk = new EscalationFixture(database);
        desk.agree(HALF, LATE, ALONE);
    }

    private List<EscalationView> ofTicket(TicketRef ticket) {
        return desk.as("-agent", () -> desk.node.wiring.get(EscalationQueries.class).ofTicket(ticket.number()));
    }

    private CursorPage<EscalationView> list(EscalationState state, String contract, int limit, String after) {
        return desk.as("-agent", () -> desk.node.wiring.get(EscalationQueries.class).list(state, contract, limit, after));
    }

    @Test
    void a_ticket_tells_what_has_happened_what_is_to_come_and_what_waits_for_what() {
        TicketRef ticket = desk.ticket();
        desk.passHours(28);
        desk.node.sweep();
        desk.handle(steps -> steps.start(ticket.number(), null));
        desk.handle(steps -> steps.hold(ticket.number(), Hold.open(HoldReason.AWAITING_CUSTOMER, null), null));

        assertThat(ofTicket(ticket))
                .extracting(EscalationView::rule, EscalationView::state, EscalationView::ordinal, EscalationView::reason)
                .containsExactly(
                        tuple("HALF-TIME", EscalationState.FIRED, 1, null),
                        tuple("LATE", EscalationState.WAITING, null, "AWAITING_CUSTOMER"),
                        tuple("ALONE", EscalationState.MOOT, null, "ASSIGNED"));
        EscalationView half = ofTicket(ticket).get(0);
        assertThat(half.notified()).containsExactly("MANAGER");
        assertThat(half.raisedTo()).hasToString("L2");
        assertThat(half.definition().trigger().percent()).isEqualTo(50);
        assertThat(half.settledAt()).isEqualTo(desk.node.wiring.clock().instant());
    }

    @Test
    void what_a_rule_meant_when_it_fired_is_told_even_after_the_contract_has_changed() {
        TicketRef ticket = desk.ticket();
        desk.passHours(28);
        desk.node.sweep();
        desk.agree();
        assertThat(ofTicket(ticket).get(0).definition().trigger().percent()).isEqualTo(50);
    }

    @Test
    void lists_go_page_by_page_by_state_and_contract_and_cost_the_same_for_many() {
        for (int i = 0; i < 5; i++) {
            desk.ticket();
            desk.passHours(1);
        }
        List<EscalationView> read = new ArrayList<>();
        String after = null;
        do {
            CursorPage<EscalationView> page = list(EscalationState.WAITING, desk.contract(), 4, after);
            read.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(read).hasSize(15).extracting(EscalationView::id).doesNotHaveDuplicates();
        assertThat(read).extracting(EscalationView::nextAttempt).isSorted();
        assertThat(list(EscalationState.WAITING, "ELSEWHERE", 4, null).items()).isEmpty();

        desk.passHours(24 * 7);
        desk.node.sweep();
        CursorPage<EscalationView> first = list(EscalationState.FIRED, desk.contract(), 2, null);
        CursorPage<EscalationView> second = list(EscalationState.FIRED, desk.contract(), 4, first.next());
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).isNotEmpty().extracting(EscalationView::id).doesNotContainAnyElementsOf(
                first.items().stream().map(EscalationView::id).toList());

        int few = database.statements().count(() -> list(EscalationState.WAITING, null, 2, null));
        int many = database.statements().count(() -> list(EscalationState.WAITING, null, 100, null));
        assertThat(many).isEqualTo(few);
        assertThatThrownBy(() -> list(EscalationState.WAITING, null, 2, "nonsense"))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("cursor-invalid"));
    }

    @Test
    void the_people_of_a_role_and_the_named_manager_are_told_by_mail_once() {
        desk.agree(HALF.replace("notify", "manager: " + desk.rota.manager() + ", notify"));
        TicketRef ticket = desk.ticket();
        desk.passHours(28);

        desk.node.sweep();
        desk.node.sweep();

        String manager = desk.rota.manager() + "@desk.example";
        List<OutboxMessage> mails = desk.inTransaction(() -> database.entityManager()
                .createQuery("select m from OutboxMessage m where m.ticketId = :ticket and m.recipient = :to order by m.id", OutboxMessage.class)
                .setParameter("ticket", ticket.id())
                .setParameter("to", manager)
                .getResultList());
        assertThat(mails).extracting(OutboxMessage::template)
                .containsExactlyInAnyOrder(MailTemplate.ESCALATED_STAFF, MailTemplate.MANAGER_NAMED);
        assertThat(mails).filteredOn(mail -> mail.template() == MailTemplate.ESCALATED_STAFF).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).contains(ticket.number());
            assertThat(mail.body()).contains("Why: Resolution: 50 % of the time is used", "Now at: Level 2", "Rule: HALF-TIME");
        });
    }

    @Test
    void telling_of_many_escalations_asks_the_database_no_more_than_telling_of_one() {
        List<String> one = questions(1);

        assertThat(questions(8)).hasSameSizeAs(one).isNotEmpty();
    }

    /** What a sweep asks of mails, mailboxes and people while two rules fire for each of so many tickets. */
    private List<String> questions(int tickets) {
        for (int i = 0; i < tickets; i++) {
            desk.ticket();
        }
        desk.passHours(24 * 7);
        return database.statements().during(() -> assertThat(desk.node.sweep()).isEqualTo(2 * tickets)).stream()
                .map(sql -> sql.toLowerCase(Locale.ROOT))
                .filter(sql -> sql.matches("select .* from (outbox_message|mailbox|account).*"))
                .toList();
    }

    @Test
    void customers_have_no_part_in_it() {
        TicketRef ticket = desk.ticket();
        assertThat(EscalationQueries.class.getAnnotation(jakarta.annotation.security.RolesAllowed.class).value())
                .doesNotContain("CONTACT")
                .allMatch(role -> role.equals(role.toUpperCase(Locale.ROOT)));
        assertThat(ofTicket(ticket)).hasSize(3);
    }
}
