package org.countersign.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Set;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurrentCallerTest {

    private final FakeAccounts accounts = new FakeAccounts();
    private final CurrentCaller currentCaller = new CurrentCaller();
    private String principal = "judit";
    private Account judit;

    @BeforeEach
    void two_accounts() {
        judit = account("judit");
        account("piet");
        currentCaller.accounts = accounts;
        currentCaller.context = (SessionContext) Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> (Principal) () -> principal);
    }

    @AfterEach
    void end_of_the_call() {
        CallContext.leave();
    }

    private Account account(String name) {
        Account account = Account.ofStaff(name, name, name + "@example.org", SupportLevel.L1, Set.of(Role.AGENT));
        accounts.add(account);
        return account;
    }

    @Test
    void the_account_that_sign_in_read_for_this_call_is_not_read_again() {
        Caller signedIn = Caller.of(judit);
        CallContext.enter("judit", "127.0.0.1", signedIn);

        assertThat(currentCaller.get()).isSameAs(signedIn);
    }

    @Test
    void whose_account_counts_is_for_the_container_to_say() {
        CallContext.enter("judit", "127.0.0.1", Caller.of(judit));
        principal = "piet";

        assertThat(currentCaller.get().name()).isEqualTo("piet");
    }

    @Test
    void without_a_sign_in_in_this_call_the_account_is_read_and_must_be_active() {
        CallContext.enter("judit", "127.0.0.1");
        assertThat(currentCaller.get().name()).isEqualTo("judit");

        judit.deactivate();
        assertThatThrownBy(currentCaller::get)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("not-signed-in"));
    }

    @Test
    void work_of_the_system_inside_a_call_has_no_account_and_the_call_has_its_own_again_afterwards() {
        Caller signedIn = Caller.of(judit);
        CallContext.enter("judit", "127.0.0.1", signedIn);

        CallContext.runAsSystem("judit", () -> assertThat(CallContext.account(Caller.class)).isEmpty());

        assertThat(CallContext.account(Caller.class)).containsSame(signedIn);
    }

    @Test
    void the_next_call_on_the_same_thread_does_not_know_the_account_of_the_one_before() {
        CallContext.enter("judit", "127.0.0.1", Caller.of(judit));
        CallContext.enter("anonymous", "127.0.0.1");

        assertThat(CallContext.account(Caller.class)).isEmpty();
    }
}
