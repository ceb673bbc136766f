package org.countersign.addon.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.kernel.InstallationKind;

/** Runs once per start of a demo, after the application; refuses to be deployed on anything that is not a demo. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoStartUp {

    private static final Logger LOG = Logger.getLogger(DemoStartUp.class.getName());

    @Inject
    private DemoLoader loader;

    @Inject
    private LoadingState state;

    @Resource
    private ManagedExecutorService threads;

    private Future<?> loading;

    @PostConstruct
    void start() {
        if (InstallationKind.configured() != InstallationKind.DEMO) {
            throw new IllegalStateException("The demo add-on belongs on a demo installation only; take countersign-demo.war away.");
        }
        // Not here: the loader speaks HTTP to this server, which answers only once everything is deployed.
        loading = threads.submit(this::load);
    }

    private void load() {
        try {
            loader.load();
            state.loaded();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            state.failed(e.getMessage());
            LOG.log(Level.SEVERE, "The demo data could not be loaded. If its files or the application changed since the first start, stop,"
                    + " delete the demo's data folder, and start again.", e);
        }
    }

    @PreDestroy
    void stop() {
        loading.cancel(true);
    }
}
