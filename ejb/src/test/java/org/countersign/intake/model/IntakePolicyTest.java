package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.countersign.customer.model.UnprovenMail;
import org.countersign.intake.model.IntakePolicy.Action;
import org.countersign.intake.model.IntakePolicy.Judgement;
import org.countersign.intake.model.IntakePolicy.Reference;
import org.countersign.intake.model.IntakePolicy.Situation;
import org.countersign.intake.model.IntakePolicy.VendorMention;
import org.countersign.intake.model.SenderScreening.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IntakePolicyTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
        CASE,                            FINDING,          MAILBOX, SENDER, REFERENCE, PROVEN, EMPTY, MUST_BE_FIXED, UNPROVEN,   FLOOD, CAPPED, ACTION,   OUTCOME,           REASON
        proven report,                   PERSON,           true,    true,   NONE,      true,   false, false,         QUARANTINE, false, false,  REGISTER, TICKET_CREATED,
        unproven and trusted,            PERSON,           true,    true,   NONE,      false,  false, false,         OPEN,       false, false,  REGISTER, TICKET_CREATED,
        unproven and held,               PERSON,           true,    true,   NONE,      false,  false, false,         HOLD,       false, false,  REGISTER, HELD_UNAUTHORISED, SENDER_NOT_PROVEN
        unproven and put aside,          PERSON,           true,    true,   NONE,      false,  false, false,         QUARANTINE, false, false,  KEEP,     QUARANTINED,       SENDER_NOT_PROVEN
        no fixed contact,                PERSON,           true,    true,   NONE,      true,   false, true,          HOLD,       false, false,  REGISTER, HELD_UNAUTHORISED, AWAITING_FIXED_CONTACT
        no fixed contact and unproven,   PERSON,           true,    true,   NONE,      false,  false, true,          HOLD,       false, false,  REGISTER, HELD_UNAUTHORISED, AWAITING_FIXED_CONTACT
        no fixed contact and put aside,  PERSON,           true,    true,   NONE,      false,  false, true,          QUARANTINE, false, false,  KEEP,     QUARANTINED,       SENDER_NOT_PROVEN
        empty,                           PERSON,           true,    true,   NONE,      true,   true,  false,         HOLD,       false, false,  ASK,      HELD_INCOMPLETE,   MESSAGE_EMPTY
        empty and answered too often,    PERSON,           true,    true,   NONE,      true,   true,  false,         HOLD,       false, true,   KEEP,     LOOP,              TOO_MANY_REPORTS
        answered too often,              PERSON,           true,    true,   NONE,      true,   false, false,         HOLD,       false, true,   KEEP,     LOOP,              TOO_MANY_REPORTS
        a flood,                         PERSON,           true,    true,   OPEN,      true,   false, false,         OPEN,       true,  false,  KEEP,     QUARANTINED,       TOO_MANY_MESSAGES
        proven answer,                   PERSON,           true,    true,   OPEN,      true,   false, true,          HOLD,       false, true,   APPEND,   MESSAGE_APPENDED,
        unproven answer,                 PERSON,           true,    true,   OPEN,      false,  false, false,         OPEN,       false, false,  KEEP,     QUARANTINED,       SENDER_NOT_PROVEN
        proven answer to an ended one,   PERSON,           true,    true,   ENDED,     true,   false, false,         HOLD,       false, false,  REGISTER, TICKET_CREATED,    TICKET_ENDED
        unproven answer to an ended one, PERSON,           true,    true,   ENDED,     false,  false, false,         OPEN,       false, false,  KEEP,     QUARANTINED,       SENDER_NOT_PROVEN
        a number of somebody else,       PERSON,           true,    true,   FOREIGN,   true,   false, false,         OPEN,       false, false,  KEEP,     QUARANTINED,       TICKET_OF_ANOTHER_ORGANISATION
        a stranger,                      PERSON,           true,    false,  NONE,      true,   false, false,         OPEN,       false, false,  KEEP,     REFUSED,           SENDER_UNKNOWN
        no mailbox of ours,              PERSON,           false,   false,  NONE,      true,   false, false,         OPEN,       false, false,  KEEP,     REFUSED,           MAILBOX_UNKNOWN
        our own mail,                    LOOP,             true,    true,   OPEN,      true,   false, false,         OPEN,       false, false,  KEEP,     LOOP,              MAIL_LOOP
        our own address,                 OWN_ADDRESS,      true,    true,   OPEN,      true,   false, false,         OPEN,       false, false,  KEEP,     LOOP,              OWN_ADDRESS
        out of office,                   AUTOMATIC_REPLY,  true,    true,   OPEN,      true,   false, false,         OPEN,       false, false,  KEEP,     AUTOMATIC_REPLY,   AUTOMATIC_MESSAGE
        a bounce,                        BOUNCE,           true,    true,   OPEN,      true,   false, false,         OPEN,       false, false,  KEEP,     AUTOMATIC_REPLY,   DELIVERY_REPORT
        null return path,                NULL_RETURN_PATH, true,    true,   NONE,      true,   false, false,         OPEN,       false, false,  KEEP,     AUTOMATIC_REPLY,   NULL_RETURN_PATH
        no author,                       NO_SENDER,        true,    false,  NONE,      false,  false, false,         OPEN,       false, false,  KEEP,     REFUSED,           SENDER_MISSING
        """)
    void a_mail_is_judged_by_its_strongest_ground(
            String name,
            Finding finding,
            boolean mailbox,
            boolean sender,
            Reference reference,
            boolean proven,
            boolean empty,
            boolean mustBeFixed,
            UnprovenMail unproven,
            boolean flood,
            boolean capped,
            Action action,
            IntakeOutcome outcome,
            IntakeReason reason) {
        Situation situation =
                new Situation(finding, mailbox, sender, reference, VendorMention.NONE, proven, empty, mustBeFixed, unproven, flood, capped);

        assertThat(IntakePolicy.judge(situation)).isEqualTo(new Judgement(action, outcome, reason));
    }

    @ParameterizedTest
    @EnumSource(UnprovenMail.class)
    void nothing_unproven_is_ever_appended(UnprovenMail agreed) {
        for (Reference reference : Reference.values()) {
            Situation unproven =
                    new Situation(Finding.PERSON, true, true, reference, VendorMention.NONE, false, false, false, agreed, false, false);

            assertThat(IntakePolicy.judge(unproven).action()).isNotEqualTo(Action.APPEND);
        }
    }

    @ParameterizedTest(name = "{0}, proven {1}, empty {2}")
    @CsvSource(
            textBlock =
                    """
        OPEN,     true,  false, ANSWER, MESSAGE_APPENDED, VENDOR_ANSWERED
        OPEN,     true,  true,  KEEP,   QUARANTINED,      MESSAGE_EMPTY
        OPEN,     false, false, KEEP,   QUARANTINED,      SENDER_NOT_PROVEN
        ENDED,    true,  false, KEEP,   QUARANTINED,      VENDOR_CASE_OVER
        ENDED,    false, false, KEEP,   QUARANTINED,      SENDER_NOT_PROVEN
        UNNAMED,  true,  false, KEEP,   QUARANTINED,      VENDOR_CASE_UNKNOWN
        UNNAMED,  false, false, KEEP,   QUARANTINED,      SENDER_NOT_PROVEN
        STRANGER, true,  false, KEEP,   QUARANTINED,      NOT_THE_VENDOR
        STRANGER, false, false, KEEP,   QUARANTINED,      NOT_THE_VENDOR
        """)
    void what_a_vendor_writes_answers_its_case_or_is_put_aside_and_never_becomes_a_ticket(
            VendorMention mention, boolean proven, boolean empty, Action action, IntakeOutcome outcome, IntakeReason reason) {
        for (boolean contact : new boolean[] {true, false}) {
            for (Reference reference : Reference.values()) {
                Situation situation = new Situation(
                        Finding.PERSON, true, contact, reference, mention, proven, empty, false, UnprovenMail.OPEN, false, true);

                assertThat(IntakePolicy.judge(situation)).isEqualTo(new Judgement(action, outcome, reason));
            }
        }
    }

    @Test
    void a_machine_and_a_flood_are_put_aside_before_a_vendor_is_looked_for() {
        assertThat(IntakePolicy.judge(new Situation(
                                Finding.AUTOMATIC_REPLY, true, false, Reference.NONE, VendorMention.OPEN, true, false, false, UnprovenMail.OPEN,
                                false, false))
                        .action())
                .isEqualTo(Action.KEEP);
        assertThat(IntakePolicy.judge(new Situation(
                                Finding.PERSON, true, false, Reference.NONE, VendorMention.OPEN, true, false, false, UnprovenMail.OPEN, true,
                                false))
                        .reason())
                .isEqualTo(IntakeReason.TOO_MANY_MESSAGES);
    }

    @Test
    void only_a_held_ticket_has_a_hold_reason() {
        assertThat(new Judgement(Action.REGISTER, IntakeOutcome.HELD_UNAUTHORISED, IntakeReason.SENDER_NOT_PROVEN).holdReason())
                .isEqualTo("SENDER_NOT_PROVEN");
        assertThat(new Judgement(Action.REGISTER, IntakeOutcome.TICKET_CREATED, IntakeReason.TICKET_ENDED).holdReason()).isNull();
        assertThat(new Judgement(Action.KEEP, IntakeOutcome.QUARANTINED, IntakeReason.SENDER_NOT_PROVEN).holdReason()).isNull();
    }
}
