package org.countersign.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.countersign.identity.service.IssuedToken;
import org.junit.jupiter.api.Test;

class NewSecretTest {

    private final NewSecret secret = new NewSecret();

    private void issue() {
        secret.keep("judit", new IssuedToken(7, "export", Instant.EPOCH, Instant.EPOCH, "cst_secret"));
    }

    @Test
    void a_secret_is_shown_once() {
        issue();
        assertThat(secret.take("judit")).contains(new NewSecret.Shown("export", "cst_secret"));
        assertThat(secret.take("judit")).isEmpty();
    }

    @Test
    void it_is_not_shown_on_the_page_of_another_account_and_gone_afterwards() {
        issue();
        assertThat(secret.take("eva")).isEmpty();
        assertThat(secret.take("judit")).isEmpty();
    }
}
