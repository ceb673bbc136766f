package org.countersign.kernel.lease;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The name under which this server takes leases: the server's own, and a part that is new with each start. */
@ApplicationScoped
public class LocalNode {

    // Two servers that somebody gave the same name must still not share a lease.
    private static final String NAME = System.getProperty("jboss.node.name", "node") + "/"
            + UUID.randomUUID().toString().substring(0, 8);

    public String name() {
        return NAME.length() <= 100 ? NAME : NAME.substring(NAME.length() - 100);
    }
}
