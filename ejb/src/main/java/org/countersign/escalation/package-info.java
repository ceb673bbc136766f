/**
 * Escalation by contract (M11, M23, M44, M53, M58): the rules of a ticket's agreement as rows with their due instants, kept up to date in the
 * transaction of whatever happens to the ticket, and a sweep that fires what is due, each once.
 *
 * <p>When a rule sets in is read from the ticket's service clock, pauses and all: while the clock is halted there is no due instant, and the
 * row waits. What has fired stays fired, whatever moves afterwards; what has not follows the ticket until its end. A new ticket outside the
 * service hours of a contract that a rota covers calls who is on duty, without a rule of the agreement.
 *
 * <p>Publishes {@link org.countersign.escalation.model.EscalationEvent}s.
 */
package org.countersign.escalation;
