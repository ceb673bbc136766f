package org.countersign.audit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.countersign.audit.model.CallRefused;
import org.countersign.audit.model.RefusalLimit;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class AuditedRefusalsTest {

    @Parameter
    TestDatabase database;

    private final String actor = "anna-" + UUID.randomUUID();
    private Wiring wiring;
    private AuditedRefusals interceptor;

    @BeforeEach
    void anna_calls() {
        wiring = new Wiring(database);
        AuditRecorder recorder = wiring.get(AuditRecorder.class);
        // As REQUIRES_NEW does it.
        wiring.events().observe(event -> database.inNewTransaction(() -> {
            recorder.record(event);
            return null;
        }));
        interceptor = wiring.get(AuditedRefusals.class);
        CallContext.enter(actor, "10.0.0.1");
    }

    @AfterEach
    void anna_leaves() {
        CallContext.leave();
    }

    @Test
    void a_refusal_is_recorded_although_the_call_is_rolled_back() {
        assertThatThrownBy(() -> database.inTransaction(() -> call(() -> {
                    throw BusinessRuleViolation.notFound("ticket", "CS-100001");
                })))
                .isInstanceOf(BusinessRuleViolation.class);

        assertThat(recorded()).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("Refused");
            assertThat(row.subjectType()).isEqualTo("call");
            assertThat(row.subjectId()).isEqualTo("Sample.service");
            assertThat(row.address()).isEqualTo("10.0.0.1");
            assertThat(row.facts())
                    .containsEntry("rule", "not-found")
                    .containsEntry("about", "ticket CS-100001")
                    .containsEntry("unrecorded", 0L);
        });
    }

    @Test
    void a_refusal_that_crosses_several_services_is_recorded_once() {
        assertThatThrownBy(() -> call(() -> call(() -> {
                    throw BusinessRuleViolation.conflict("illegal-step");
                })))
                .isInstanceOf(BusinessRuleViolation.class);

        assertThat(wiring.events().fired(CallRefused.class)).hasSize(1);
    }

    @Test
    void a_refusal_that_a_service_catches_was_refused_to_nobody() {
        Object answer = call(() -> {
            try {
                return call(() -> {
                    throw BusinessRuleViolation.conflict("illegal-step");
                });
            } catch (BusinessRuleViolation caught) {
                return "otherwise";
            }
        });

        assertThat(answer).isEqualTo("otherwise");
        assertThat(wiring.events().fired()).isEmpty();
    }

    @Test
    void what_succeeds_and_what_merely_fails_is_no_refusal() {
        assertThat(call(() -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> call(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(wiring.events().fired()).isEmpty();
    }

    @Test
    void the_caller_hears_of_the_refusal_even_when_it_cannot_be_recorded() {
        wiring.events().observe(event -> {
            throw new IllegalStateException("The database is away");
        });

        assertThatThrownBy(() -> call(() -> {
                    throw BusinessRuleViolation.conflict("illegal-step");
                }))
                .isInstanceOf(BusinessRuleViolation.class);
    }

    @Test
    void a_flood_of_refusals_does_not_fill_the_trail() {
        for (int i = 0; i < RefusalLimit.A_MINUTE + 40; i++) {
            wiring.get(RefusalRecorder.class).record("GET /api/v1/outbox", "forbidden", null);
        }

        assertThat(wiring.events().fired(CallRefused.class)).hasSize(RefusalLimit.A_MINUTE);
    }

    @Test
    void what_a_caller_sends_fits_into_the_trail_whatever_its_length() {
        wiring.get(RefusalRecorder.class).record("GET /" + "x".repeat(1000), "forbidden", "y".repeat(100_000));

        assertThat(recorded()).singleElement().satisfies(row -> assertThat((String) row.facts().get("about")).hasSize(500));
    }

    private List<AuditRow> recorded() {
        return database.inTransaction(
                () -> wiring.get(AuditViews.class).list(new AuditFilter(null, actor, null, null, null), 10, null));
    }

    private Object call(Callable<Object> service) {
        InvocationContext context = (InvocationContext) Proxy.newProxyInstance(
                InvocationContext.class.getClassLoader(), new Class<?>[] {InvocationContext.class}, (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "proceed" -> service.call();
                            case "getMethod" -> Sample.class.getDeclaredMethod("service");
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
        try {
            return interceptor.record(context);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static final class Sample {

        @SuppressWarnings("unused")
        void service() {}
    }
}
