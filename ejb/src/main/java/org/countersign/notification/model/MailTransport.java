package org.countersign.notification.model;

/** The way to the mail server. */
public interface MailTransport {

    /** A conversation with the mail server, begun with its first mail. */
    Conversation open();

    /** Not safe for use by several threads. */
    interface Conversation extends AutoCloseable {

        /**
         * Hands a mail over. On return the server has taken responsibility for it.
         *
         * @throws MailServerUnreachable when nothing was handed over because there is no conversation to be had: the server is down, or
         *     refuses us
         * @throws MailNotSent when this mail was refused, or its fate is unknown because the answer did not arrive
         */
        void send(OutboxMessage message) throws MailServerUnreachable, MailNotSent;

        @Override
        void close();
    }

    /** The server cannot be spoken to; it says nothing about the mail. */
    class MailServerUnreachable extends Exception {

        private static final long serialVersionUID = 1L;

        public MailServerUnreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** One mail could not be sent. */
    class MailNotSent extends Exception {

        private static final long serialVersionUID = 1L;

        public MailNotSent(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
