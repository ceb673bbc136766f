package org.countersign.testing;

import com.icegreen.greenmail.util.ServerSetup;

/** Mail servers of tests, on loopback. */
public final class MailServers {

    /** The library's own limit is two seconds, which a busy machine exceeds. */
    private static final int START_LIMIT_MILLIS = 60_000;

    private MailServers() {}

    /** On a free port. */
    public static ServerSetup speaking(String protocol) {
        return speaking(protocol, 0);
    }

    /** On that port; 0 for a free one. */
    public static ServerSetup speaking(String protocol, int port) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(START_LIMIT_MILLIS);
        return setup;
    }
}
