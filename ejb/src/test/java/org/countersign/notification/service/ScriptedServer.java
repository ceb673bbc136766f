package org.countersign.notification.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.countersign.notification.model.MailTransport;
import org.countersign.notification.model.OutboxMessage;

/** A mail server that does what a test says. */
final class ScriptedServer implements MailTransport {

    private final List<String> received = new ArrayList<>();
    private boolean down;
    private String refusing;
    private Consumer<OutboxMessage> meanwhile = message -> {};
    private int conversations;

    List<String> received() {
        return List.copyOf(received);
    }

    int conversations() {
        return conversations;
    }

    void goDown() {
        down = true;
    }

    void comeUp() {
        down = false;
    }

    /** Refuses mail with this in its subject; {@code null} for none. */
    void refuse(String subject) {
        refusing = subject;
    }

    /** Something that happens while a mail is on its way. */
    void meanwhile(Consumer<OutboxMessage> happening) {
        meanwhile = happening;
    }

    @Override
    public Conversation open() {
        return new Conversation() {
            private boolean begun;

            @Override
            public void send(OutboxMessage message) throws MailServerUnreachable, MailNotSent {
                if (down) {
                    throw new MailServerUnreachable("connection refused", null);
                }
                conversations += begun ? 0 : 1;
                begun = true;
                meanwhile.accept(message);
                if (refusing != null && message.subject().endsWith(refusing)) {
                    throw new MailNotSent("550 no such person", null);
                }
                received.add(message.messageId());
            }

            @Override
            public void close() {
                begun = false;
            }
        };
    }
}
