package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.countersign.intake.model.SenderProof.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The author is always anna@customer-b.example. */
class SenderProofTest {

    private final SenderProof proof = new SenderProof("mx.desk.example");

    private Verdict judge(String... fields) {
        return proof.judge(new TestMail().authenticationResults(fields).build()).verdict();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.desk.example; dmarc=pass",
                "mx.desk.example; dmarc=pass header.from=customer-b.example",
                "MX.Desk.Example 1; DMARC=Pass (p=reject dis=none) header.from=Customer-B.example",
                "mx.desk.example (our gateway); dkim/1 = pass (good; really) header.d = customer-b.example",
                "mx.desk.example; spf=fail smtp.mailfrom=other.example; dkim=pass header.i=@customer-b.example header.b=a/b=",
                "mx.desk.example; spf=pass smtp.mailfrom=bounce@customer-b.example",
                "mx.desk.example; spf=pass reason=\"good; dmarc=fail\" smtp.mailfrom=\"customer-b.example\"",
                "mx.desk.example; dkim=fail header.d=customer-b.example; dkim=pass header.d=customer-b.example",
                "\"mx.desk.example\"; dmarc=pass;"
            })
    void a_check_that_passed_for_the_authors_domain_proves_the_author(String field) {
        assertThat(judge(field)).isEqualTo(Verdict.PROVEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.desk.example; none",
                "mx.desk.example",
                "mx.desk.example; dmarc=fail; dkim=pass header.d=customer-b.example",
                "mx.desk.example; dmarc=pass header.from=other.example",
                "mx.desk.example; dmarc=none; spf=softfail smtp.mailfrom=customer-b.example",
                "mx.desk.example; dkim=pass header.d=other.example; spf=pass smtp.mailfrom=a@other.example",
                "mx.desk.example; dkim=pass header.d=evil.customer-b.example",
                "mx.desk.example; dkim=pass header.d=example",
                "mx.desk.example; dkim=pass header.d=notcustomer-b.example",
                "mx.desk.example; dkim=pass",
                "mx.desk.example; spf=pass smtp.helo=customer-b.example",
                "mx.desk.example; spf=none (dmarc=pass) smtp.mailfrom=x",
                "mx.desk.example; spf=fail reason=\"; dmarc=pass\"",
                "mx.desk.example; dmarc=pass (never closed",
                "mx.desk.example; dmarc=pass reason=\"never closed",
                "mx.desk.example 2; dmarc=pass",
                "mx.desk.example; dmarc=pass stray",
                "mx.desk.example.evil.example; dmarc=pass",
                "evil.example; dmarc=pass",
                "spf=pass smtp.mailfrom=customer-b.example; dmarc=pass",
                "(mx.desk.example); dmarc=pass",
                "; dmarc=pass",
                ""
            })
    void anything_less_proves_nothing(String field) {
        assertThat(judge(field)).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void a_parent_domain_speaks_for_its_children() {
        IncomingMail mail = new TestMail()
                .from("anna@sales.customer-b.example")
                .authenticationResults("mx.desk.example; dkim=pass header.d=customer-b.example")
                .build();

        assertThat(proof.judge(mail).proven()).isTrue();
        assertThat(proof.judge(mail).because()).isEqualTo(Ground.of(Ground.Kind.CHECK_PASSED, "dkim=pass customer-b.example"));
    }

    @Test
    void only_the_topmost_field_of_our_server_counts() {
        String forged = "mx.desk.example; dmarc=pass";

        assertThat(judge("mx.desk.example; dmarc=fail", forged)).isEqualTo(Verdict.UNPROVEN);
        assertThat(judge("mx.desk.example; none", forged)).isEqualTo(Verdict.UNPROVEN);
        assertThat(judge("mx.desk.example; spf=fail smtp.mailfrom=\"unclosed", forged)).isEqualTo(Verdict.UNPROVEN);
        assertThat(judge("relay.example; dmarc=fail", "mx.desk.example; dmarc=pass")).isEqualTo(Verdict.PROVEN);
        assertThat(judge("relay.example; dmarc=pass")).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void nobody_and_several_authors_are_never_proven() {
        assertThat(proof.judge(new TestMail().from(null).authenticationResults("mx.desk.example; dmarc=pass").build()).proven())
                .isFalse();
        assertThat(proof.judge(new TestMail().severalAuthors().authenticationResults("mx.desk.example; dmarc=pass").build()).proven())
                .isFalse();
    }
}
