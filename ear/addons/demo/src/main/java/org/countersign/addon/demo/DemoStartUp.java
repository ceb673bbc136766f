package org.countersign.addon.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.logging.Logger;
import org.countersign.kernel.InstallationKind;

/** Runs once per start of a demo, after the application; refuses to be deployed on anything that is not a demo. */
@Singleton
@Startup
public class DemoStartUp {

    private static final Logger LOG = Logger.getLogger(DemoStartUp.class.getName());

    @PostConstruct
    void start() {
        if (InstallationKind.configured() != InstallationKind.DEMO) {
            throw new IllegalStateException("The demo add-on belongs on a demo installation only; take countersign-demo.war away.");
        }
        LOG.info("The demo add-on is deployed.");
    }
}
