package org.countersign.batch.launch;

import java.util.UUID;

/** This start of this server: a restarted server is another holder than the one that was killed. */
final class NodeIdentity {

    static final String NAME = System.getProperty("jboss.node.name", "node") + "/" + UUID.randomUUID().toString().substring(0, 8);

    private NodeIdentity() {}
}
