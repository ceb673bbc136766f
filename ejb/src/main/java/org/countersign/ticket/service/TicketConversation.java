package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketAttachment;
import org.countersign.ticket.model.TicketEvent.FileAttached;
import org.countersign.ticket.model.TicketEvent.MessagePosted;
import org.countersign.ticket.model.TicketMessage;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.model.Visibility;

/** The message board of a ticket and its files (M92–M95, M87). */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.CONTACT_ROLE})
public class TicketConversation {

    @Inject
    private TicketAccess access;

    @Inject
    private Tickets tickets;

    @Inject
    private TicketTerms terms;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Writes on the board. What an agent writes in public is a word to the customer.
     *
     * @param visibility for staff; a contact's message is always public
     * @throws BusinessRuleViolation {@code not-found}, {@code required}, {@code too-long}; {@code visibility-not-allowed} when a contact asks
     *     for an internal message
     */
    public long post(String number, String text, Visibility visibility, Channel channel) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, null);
        Instant now = clock.instant();
        if (caller.isContact()) {
            if (visibility == Visibility.INTERNAL) {
                throw BusinessRuleViolation.invalid("visibility", "visibility-not-allowed");
            }
            return add(ticket, TicketMessage.byContact(ticket.id(), caller.contactId(), channel, text, now), channel, true, now);
        }
        if (visibility == null) {
            throw BusinessRuleViolation.invalid("visibility", "required");
        }
        if (visibility == Visibility.PUBLIC) {
            ticket.wroteToCustomer(terms.of(ticket), now);
        }
        return add(
                ticket, TicketMessage.byStaff(ticket.id(), caller.accountId(), visibility, channel, text, now), channel, false, now);
    }

    /** A message that came in by mail from a contact whose right to write to the ticket intake has checked. */
    @RolesAllowed(Role.SYSTEM)
    public long append(long ticketId, long contactId, String text, Channel channel) {
        Ticket ticket = tickets.lock(ticketId).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", ticketId));
        Instant now = clock.instant();
        return add(ticket, TicketMessage.byContact(ticketId, contactId, channel, text, now), channel, true, now);
    }

    /**
     * Attaches a file.
     *
     * @throws BusinessRuleViolation {@code attachment-empty}, {@code attachment-too-large}, {@code attachments-too-large}
     */
    public long attach(String number, String name, String mediaType, byte[] content) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, null);
        return add(
                ticket,
                new TicketAttachment(
                        ticket.id(), name, mediaType, content, caller.accountId(), caller.contactId(), clock.instant()));
    }

    /** A file that came in by mail. */
    @RolesAllowed(Role.SYSTEM)
    public long attachReceived(long ticketId, long contactId, String name, String mediaType, byte[] content) {
        Ticket ticket = tickets.lock(ticketId).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", ticketId));
        return add(ticket, new TicketAttachment(ticketId, name, mediaType, content, null, contactId, clock.instant()));
    }

    private long add(Ticket ticket, TicketMessage message, Channel channel, boolean byCustomer, Instant now) {
        tickets.add(message);
        ticket.touched(now);
        events.fire(new MessagePosted(ticket.ref(), message.id(), message.visibility(), channel, byCustomer));
        return message.id();
    }

    private long add(Ticket ticket, TicketAttachment attachment) {
        if (tickets.attachedBytes(ticket.id()) + attachment.sizeBytes() > TicketAttachment.MAXIMUM_PER_TICKET) {
            throw BusinessRuleViolation.invalid("file", "attachments-too-large", TicketAttachment.MAXIMUM_PER_TICKET);
        }
        tickets.add(attachment);
        ticket.touched(clock.instant());
        events.fire(new FileAttached(ticket.ref(), attachment.id(), attachment.name(), attachment.sizeBytes(), attachment.sha256()));
        return attachment.id();
    }
}
