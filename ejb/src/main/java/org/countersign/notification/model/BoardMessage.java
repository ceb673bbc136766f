package org.countersign.notification.model;

/**
 * A public message of a ticket's board.
 *
 * @param contactId the contact who wrote it, or {@code null} for staff
 */
public record BoardMessage(long id, Long contactId, String author, String text) {}
