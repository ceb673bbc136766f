package org.countersign.notification.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTest {

    private static final TicketRef TICKET = new TicketRef(100001, "CS-100001", 1, 2);

    @Test
    void an_acknowledgement_gives_number_priority_and_due_times_in_the_contacts_zone() {
        MailText text = write(registered("Printer stuck"), "en", "Europe/Budapest");

        assertThat(text.subject()).isEqualTo("[CS-100001] We have received your report: Printer stuck");
        assertThat(text.body())
                .startsWith("Dear Kovács Anna,\n\n")
                .contains("ticket CS-100001 with priority P2")
                .contains("\nFirst response by: 16 November 2026, 11:00 (Europe/Budapest)\n")
                .contains("\nSolution by: 17 November 2026, 13:30 (Europe/Budapest)\n")
                .contains("\nhttp://localhost:8080/portal/ticket/ticket.xhtml?number=CS-100001\n")
                .endsWith("Kind regards,\nDesk\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hu | Tisztelt Kovács Anna! | 2026. november 16. 11:00 (Europe/Budapest)
            nl | Geachte Kovács Anna, | 16 november 2026 11:00 (Europe/Budapest)
            pt | Estimado(a) Kovács Anna: | 16 de novembro de 2026, 11:00 (Europe/Budapest)
            """)
    void a_mail_is_written_in_the_recipients_language(String language, String greeting, String due) {
        MailText text = write(registered("Printer stuck"), language, "Europe/Budapest");

        assertThat(text.language()).isEqualTo(language);
        assertThat(text.body()).startsWith(greeting).contains(due);
    }

    @Test
    void a_language_that_is_not_written_is_answered_in_english() {
        MailText text = write(registered("x"), "fr", "Europe/Paris");

        assertThat(text.language()).isEqualTo("en");
        assertThat(text.body()).startsWith("Dear ");
    }

    @Test
    void the_repeated_hour_of_autumn_is_written_by_the_clock_on_the_wall() {
        Map<String, Object> facts = registered("x");
        facts.put("responseDue", Instant.parse("2026-10-25T00:30:00Z"));
        facts.put("resolutionDue", Instant.parse("2026-10-25T01:30:00Z"));

        assertThat(write(facts, "en", "Europe/Budapest").body()).containsSubsequence("25 October 2026, 02:30", "25 October 2026, 02:30");
        assertThat(write(facts, "en", "UTC").body()).containsSubsequence("25 October 2026, 00:30", "25 October 2026, 01:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${7*7} #{7*7}", "{0} {link} {name} {ticket}", "$1 \\1 \\$", "it's {", "%s %n"})
    void a_fact_that_looks_like_an_expression_is_printed_as_it_is(String hostile) {
        MailText text = write(registered(hostile), "en", "UTC");

        assertThat(text.subject()).endsWith("your report: " + hostile);
        assertThat(text.body()).contains("\nSummary: " + hostile + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u0000", "\u0085", "\u2028", "\u2029", "\u000b"})
    void no_fact_breaks_the_subject_into_another_header(String separator) {
        String subject = write(registered("x" + separator + "Bcc: all@victim.example"), "en", "UTC").subject();

        assertThat(subject).matches("\\[CS-100001] We have received your report: x ?Bcc: all@victim\\.example");
    }

    @Test
    void a_long_summary_is_cut_in_the_subject_and_whole_in_the_text() {
        String summary = "😀".repeat(125);
        MailText text = write(registered(summary), "en", "UTC");

        assertThat(text.subject().length()).isLessThanOrEqualTo(MailText.LONGEST_SUBJECT);
        assertThat(text.subject()).endsWith("😀…");
        assertThat(text.body()).contains(summary);
    }

    @Test
    void a_line_whose_facts_are_missing_is_left_out() {
        Map<String, Object> facts = registered("x");
        facts.put("responseDue", null);

        assertThat(write(facts, "en", "UTC").body()).doesNotContain("First response").contains("\nSummary: x\nSolution by: ");
    }

    @Test
    void a_message_keeps_its_lines_and_loses_what_steers_a_terminal() {
        Map<String, Object> facts = Map.of("summary", "s", "author", "Anna", "text", "one\r\n\ttwo\u001b[31m\rthree\u0000", "link", "l");
        MailText text = MailText.of(request(MailTemplate.BOARD_MESSAGE, facts, "en", "UTC"), "Desk", true);

        assertThat(text.body()).contains("\n\none\n\ttwo[31m\nthree\n\n").doesNotContain("\r", "\u001b");
    }

    @Test
    void the_reason_of_a_hold_is_written_in_the_recipients_language() {
        Map<String, Object> facts = new HashMap<>(Map.of("summary", "s", "reason", HoldReason.AWAITING_VENDOR, "link", "l"));
        facts.put("note", null);
        facts.put("until", null);

        assertThat(MailText.of(request(MailTemplate.TICKET_ON_HOLD, facts, "hu", "UTC"), "Desk", true).body())
                .contains("\nOk: A szállítóra várunk\n")
                .doesNotContain("Megjegyzés");
        assertThat(MailText.holdReason("AWAITING_FIXED_CONTACT", "nl")).startsWith("de goedkeuring van een vaste contactpersoon");
        assertThat(MailText.holdReason("SOMETHING_NEW", "en")).isEqualTo("a check by our service desk");
    }

    @Test
    void only_who_may_answer_is_told_so() {
        MailRequest request = request(MailTemplate.TICKET_REGISTERED, registered("x"), "en", "UTC");

        assertThat(MailText.of(request, "Desk", true).body()).contains("You can simply answer this mail");
        assertThat(MailText.of(request, "Desk", false).body()).doesNotContain("answer this mail");
    }

    private static MailText write(Map<String, Object> facts, String language, String zone) {
        return MailText.of(request(MailTemplate.TICKET_REGISTERED, facts, language, zone), "Desk", true);
    }

    private static MailRequest request(MailTemplate template, Map<String, Object> facts, String language, String zone) {
        return MailRequest.of(template, new Recipient("Kovács Anna", "anna@customer.example", language, zone, true), facts).about(TICKET);
    }

    private static Map<String, Object> registered(String summary) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("summary", summary);
        facts.put("priority", Priority.P2);
        facts.put("responseDue", Instant.parse("2026-11-16T10:00:00Z"));
        facts.put("resolutionDue", Instant.parse("2026-11-17T12:30:00Z"));
        facts.put("link", Links.portalTicket("CS-100001"));
        return facts;
    }
}
