package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;

class ReplyTokensTest {

    private static final String ANNA = "anna@customer-b.example";
    private static final String TICKET = "CS-100001";

    private final ReplyTokens tokens = new ReplyTokens(key(1));

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }

    @Test
    void the_token_is_the_truncated_hmac_in_base_32() {
        // python3: base64.b32encode(hmac.digest(b"\1"*32, b"countersign reply 1\ncs-100001\nanna@customer-b.example", "sha256")[:16])
        assertThat(tokens.token(TICKET, ANNA)).isEqualTo("b3twyyyasxkcczs73d47r7i5oa");
    }

    @Test
    void a_token_is_good_for_its_ticket_and_its_address_alone() {
        String token = tokens.token(TICKET, ANNA);

        assertThat(tokens.verify(token, "cs-100001", "Anna@Customer-B.example")).isTrue();
        assertThat(tokens.verify(token.toUpperCase(), TICKET, ANNA)).isTrue();
        assertThat(tokens.verify(token, "CS-100002", ANNA)).isFalse();
        assertThat(tokens.verify(token, TICKET, "bert@customer-b.example")).isFalse();
        assertThat(new ReplyTokens(key(2)).verify(token, TICKET, ANNA)).isFalse();
        assertThat(tokens.verify("", TICKET, ANNA)).isFalse();
        assertThat(tokens.verify(token.substring(1), TICKET, ANNA)).isFalse();
        assertThat(tokens.verify(token + "a", TICKET, ANNA)).isFalse();
    }

    @Test
    void masked_it_still_says_what_it_is_about_and_proves_nothing() {
        String token = tokens.token(TICKET, ANNA);
        assertThat(ReplyTokens.masked(tokens.replyAddress("support@desk.example", TICKET, ANNA)))
                .isEqualTo("support+t-" + TICKET.toLowerCase(Locale.ROOT) + "-…@desk.example");
        String unique = "a".repeat(26);
        assertThat(ReplyTokens.masked(tokens.messageId(TICKET, ANNA, unique, "desk.example").toUpperCase(Locale.ROOT)))
                .doesNotContainIgnoringCase(token)
                .containsIgnoringCase(unique)
                .endsWith("…@DESK.EXAMPLE>");
        for (String other : new String[] {"support@desk.example", "anna+t-shirts@customer.example", "<20261122.1234@mail.example>"}) {
            assertThat(ReplyTokens.masked(other)).isEqualTo(other);
        }
    }

    @Test
    void every_changed_character_spoils_a_token() {
        String token = tokens.token(TICKET, ANNA);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(tokens.verify(token.substring(0, i) + other + token.substring(i + 1), TICKET, ANNA)).isFalse();
        }
    }

    @Test
    void ten_thousand_tickets_have_ten_thousand_tokens() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            seen.add(tokens.token("CS-" + (100_000 + i), ANNA));
        }
        assertThat(seen).hasSize(10_000).allMatch(token -> token.matches("[a-z2-7]{" + ReplyTokens.LENGTH + "}"));
    }

    @Test
    void the_reply_address_proves_its_contact() {
        String address = tokens.replyAddress("Support@Desk-B.example", TICKET, ANNA);

        assertThat(address).isEqualTo("Support+t-cs-100001-" + tokens.token(TICKET, ANNA) + "@desk-b.example");
        assertThat(tokens.prove(new TestMail().to(address).build(), TICKET)).isTrue();
        assertThat(tokens.prove(new TestMail().deliveredTo(address.toUpperCase()).build(), TICKET)).isTrue();
        assertThat(tokens.prove(new TestMail().to(address).build(), "CS-100002")).isFalse();
    }

    @Test
    void the_message_id_proves_its_contact() {
        String id = tokens.messageId(TICKET, ANNA, "f00-1", "desk-b.example");

        assertThat(TicketReference.inMessageId(id)).contains(TICKET);
        assertThat(tokens.prove(new TestMail().references("<x@y>", id).build(), TICKET)).isTrue();
        assertThat(tokens.prove(new TestMail().references(id).build(), "CS-100002")).isFalse();
    }

    @Test
    void an_outsider_in_copy_gains_nothing_by_a_token() {
        String address = tokens.replyAddress("support@desk-b.example", TICKET, ANNA);
        String id = tokens.messageId(TICKET, ANNA, "f00", "desk-b.example");

        assertThat(tokens.prove(new TestMail().from("outsider@evil.example").to(address).references(id).build(), TICKET))
                .isFalse();
        assertThat(tokens.prove(new TestMail().from(null).to(address).build(), TICKET)).isFalse();
        assertThat(tokens.prove(new TestMail().severalAuthors().to(address).build(), TICKET)).isFalse();
    }

    @Test
    void a_mail_without_a_token_proves_nothing() {
        assertThat(tokens.prove(new TestMail().references("<cs-100001.abc@desk-b.example>").build(), TICKET)).isFalse();
        assertThat(tokens.prove(new TestMail().to("support+t-cs-100001@desk-b.example").build(), TICKET)).isFalse();
    }

    @Test
    void a_mailbox_whose_name_leaves_no_room_is_refused() {
        assertThat(tokens.replyAddress("a".repeat(25) + "@desk-b.example", TICKET, ANNA).indexOf('@')).isEqualTo(64);
        assertThatThrownBy(() -> tokens.replyAddress("a".repeat(26) + "@desk-b.example", TICKET, ANNA))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("reply-address-too-long"));
    }

    @Test
    void a_short_key_is_no_key() {
        assertThatThrownBy(() -> new ReplyTokens(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_changed_by_its_owner_later_does_not_change_the_tokens() {
        byte[] key = key(1);
        ReplyTokens made = new ReplyTokens(key);
        Arrays.fill(key, (byte) 9);

        assertThat(made.token(TICKET, ANNA)).isEqualTo(tokens.token(TICKET, ANNA));
    }
}
