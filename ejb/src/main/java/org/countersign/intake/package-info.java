/**
 * Mail that comes in, from the raw message to a ticket (M36, M60, M112, M113).
 *
 * <p>Every message is stored first, in a transaction of its own, and then judged in one other transaction together with what it leads to: a
 * ticket, a message on a ticket's board, a vendor's answer to its case, or nothing. What leads to nothing is kept and shown with its reason, and a person may decide
 * otherwise. A server that dies between the two transactions loses nothing, and a message that comes twice is known by its key.
 *
 * <p>Publishes the events of {@link org.countersign.intake.model.IntakeEvent}.
 */
package org.countersign.intake;
