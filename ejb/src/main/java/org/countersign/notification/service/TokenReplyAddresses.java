package org.countersign.notification.service;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.countersign.intake.service.ReplyTokenSource;
import org.countersign.notification.model.ReplyAddresses;

/** Answers find their ticket, and prove who answers, by a reply token in the address and in the Message-ID. */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class TokenReplyAddresses implements ReplyAddresses {

    @Inject
    private ReplyTokenSource source;

    @Override
    public String replyTo(String mailbox, String ticketNumber, String contactEmail) {
        return source.tokens().replyAddress(mailbox, ticketNumber, contactEmail);
    }

    @Override
    public String messageId(String ticketNumber, String contactEmail, String unique, String domain) {
        return source.tokens().messageId(ticketNumber, contactEmail, unique, domain);
    }
}
