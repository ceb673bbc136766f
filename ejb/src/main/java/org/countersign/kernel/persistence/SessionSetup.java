package org.countersign.kernel.persistence;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** What EclipseLink cannot be told in {@code persistence.xml}. */
public class SessionSetup implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        new InsertOrder().customize(session);
        // A read on a connection that the database has closed is tried again on another one. That one is there at once, or there is none
        // and the caller should hear so; EclipseLink would wait five seconds before each try.
        session.getLogin().setDelayBetweenConnectionAttempts(0);
    }
}
