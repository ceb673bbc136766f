package org.countersign.ticket.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One message of a ticket's board (M92), by staff or by the customer; never changed once written. */
@Entity
@Table(name = "ticket_message")
public class TicketMessage {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "author_id")
    private Long authorId;

    @Column(name = "contact_id")
    private Long contactId;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String text;

    @Column(name = "posted_at")
    private Instant postedAt;

    protected TicketMessage() {}

    public static TicketMessage byStaff(long ticketId, long accountId, Visibility visibility, Channel channel, String text, Instant now) {
        return new TicketMessage(ticketId, accountId, null, visibility, channel, text, now);
    }

    /** A customer's message is always public. */
    public static TicketMessage byContact(long ticketId, long contactId, Channel channel, String text, Instant now) {
        return new TicketMessage(ticketId, null, contactId, Visibility.PUBLIC, channel, text, now);
    }

    private TicketMessage(
            long ticketId, Long authorId, Long contactId, Visibility visibility, Channel channel, String text, Instant postedAt) {
        this.ticketId = ticketId;
        this.authorId = authorId;
        this.contactId = contactId;
        this.visibility = visibility;
        this.channel = channel;
        this.text = Text.required("text", text, Text.LONG);
        this.postedAt = postedAt;
    }

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public Visibility visibility() {
        return visibility;
    }
}
