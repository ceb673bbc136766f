package org.countersign.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.countersign.identity.service.IssuedToken;
import org.countersign.rest.identity.AccountJson.IssuedJson;
import org.countersign.rest.identity.AccountJson.OwnPasswordForm;
import org.countersign.rest.identity.AccountJson.PasswordForm;
import org.countersign.rest.support.JsonTree;
import org.junit.jupiter.api.Test;

class AccountJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

    @Test
    void what_is_kept_of_an_issued_token_is_the_answer_without_its_secret() {
        IssuedJson answer = IssuedJson.of(new IssuedToken(7, "export", NOW, NOW.plusSeconds(60), "cst_secret"));

        assertThat(JsonTree.of(answer).toString()).contains("\"secret\":\"cst_secret\"");
        assertThat(JsonTree.of(answer.withoutSecret()).toString())
                .isEqualTo("{\"id\":7,\"label\":\"export\",\"createdAt\":\"2026-11-16T09:00:00Z\","
                        + "\"expiresAt\":\"2026-11-16T09:01:00Z\",\"secret\":null}");
    }

    @Test
    void nothing_secret_is_written_where_a_log_might_write_it() {
        IssuedToken token = new IssuedToken(7, "export", NOW, NOW, "cst_secret");
        assertThat(token.toString() + IssuedJson.of(token) + new PasswordForm("cst_secret") + new OwnPasswordForm("cst_secret", "cst_secret"))
                .doesNotContain("cst_secret");
    }
}
