package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.countersign.notification.model.ReplyAddresses;

/** Answers find their ticket by its number alone, {@code support+t-cs-100001@desk.example}; nothing proves who answers. */
@ApplicationScoped
public class NumberedReplyAddresses implements ReplyAddresses {

    @Override
    public String replyTo(String mailbox, String ticketNumber, String contactEmail) {
        int at = mailbox.lastIndexOf('@');
        return mailbox.substring(0, at) + "+t-" + ticketNumber.toLowerCase(Locale.ROOT) + mailbox.substring(at);
    }

    @Override
    public String messageId(String ticketNumber, String contactEmail, String unique, String domain) {
        return "<" + ticketNumber.toLowerCase(Locale.ROOT) + "." + unique + "@" + domain + ">";
    }
}
