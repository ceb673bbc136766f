/**
 * What it costs when a promise is not kept (M126): outages and the availability of services month by month, and the ledger of penalties, in
 * which each breach leads by a clause of the contract to an amount that the customer agrees to (M123).
 *
 * <p>A month is assessed once it is over, by the version of the contract that was in force when it began. Each entry keeps the calculation
 * that explains it; of a ticket a clause makes one entry, whichever month other terms move its breach to. It is proposed, and then agreed by
 * a fixed contact, or disputed by one, settled by a manager with an amount, and agreed.
 * Each of these steps is a row of its own, amounts included; nothing is ever overwritten, and nothing follows the customer's agreement.
 *
 * <p>Publishes {@link org.countersign.penalty.model.PenaltyEvent}s.
 */
package org.countersign.penalty;
