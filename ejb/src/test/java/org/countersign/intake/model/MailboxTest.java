package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

    private static final String SETTING = "countersign.imap.support.password";

    private static Mailbox mailbox(String address) {
        return new Mailbox(address, 1, "Desk", null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "desk", "@desk.example", "desk@", "a b@desk.example", "desk+x@desk.example", "a,b@desk.example", "a\r\nb@desk.example"})
    void an_address_that_nobody_can_write_to_is_refused(String address) {
        assertThatThrownBy(() -> mailbox(address))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("mailbox-address-invalid"));
    }

    @Test
    void an_address_that_leaves_no_room_for_reply_tokens_is_refused() {
        assertThat(mailbox("a".repeat(19) + "@desk.example").address()).startsWith("aaa");
        assertThat(new ReplyTokens(new byte[32]).replyAddress("a".repeat(19) + "@desk.example", "CS-123456789012", "x@y.example"))
                .matches("[^@]{64}@desk\\.example");
        assertThatThrownBy(() -> mailbox("a".repeat(20) + "@desk.example"))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("reply-address-too-long"));
    }

    @ParameterizedTest
    @CsvSource({"PLAIN, localhost, true", "PLAIN, 127.0.0.1, true", "PLAIN, mail.example, false", "PLAIN, 127.0.0.1.evil.example, false", "TLS, mail.example, true", "STARTTLS, mail.example, true"})
    void a_password_leaves_this_machine_encrypted_only(MailboxSecurity security, String host, boolean allowed) {
        if (allowed) {
            assertThat(new ImapAccount(host, 993, security, "u", SETTING, null).folder()).isEqualTo("INBOX");
        } else {
            assertThatThrownBy(() -> new ImapAccount(host, 993, security, "u", SETTING, null))
                    .isInstanceOfSatisfying(
                            BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("mailbox-needs-tls"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "countersign.db.owner.password", "countersign.imap.", "COUNTERSIGN_IMAP_PASSWORD", "countersign.imap.a b"})
    void what_is_no_name_of_an_imap_setting_is_refused_and_not_repeated(String secret) {
        assertThatThrownBy(() -> new ImapAccount("localhost", 993, MailboxSecurity.TLS, "u", secret, null))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("imap-setting-malformed");
                    assertThat(refusal.field()).isEqualTo("secret");
                    assertThat(refusal.arguments()).isEmpty();
                });
    }

    @Test
    void the_error_of_the_last_poll_stays_until_one_succeeds() {
        Mailbox mailbox = mailbox("support@desk.example");
        mailbox.polled(NOW);
        mailbox.pollFailed("refused\r\nby server" + "x".repeat(2000), NOW.plusSeconds(10));

        assertThat(mailbox.lastError()).startsWith("refused by server").hasSize(1000);
        assertThat(mailbox.lastSuccessAt()).isEqualTo(NOW);
        mailbox.polled(NOW.plusSeconds(20));
        assertThat(mailbox.lastError()).isNull();
    }
}
