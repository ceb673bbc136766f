package org.countersign.launcher;

/** The server did not start, or ended when it should not have; the message says why in a sentence a user can act on. */
public class ServerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerFailed(String message) {
        super(message);
    }

    public ServerFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
