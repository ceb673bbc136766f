package org.countersign.addon.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** A demo is ready when its data is there. */
@Readiness
@ApplicationScoped
public class LoadedCheck implements HealthCheck {

    @Inject
    private LoadingState state;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("demo-data").status(state.isLoaded());
        if (state.problem() != null) {
            answer.withData("problem", state.problem());
        }
        return answer.build();
    }
}
