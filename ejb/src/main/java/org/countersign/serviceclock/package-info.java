/**
 * Service hours and the arithmetic of service time: when a service level target falls due, how much service time has
 * passed, and which minutes counted, which did not, and why.
 *
 * <p>The area promises that its clock explains itself: every answer can be given with the segments of time it was made
 * of. It knows nothing of tickets, contracts or storage; it publishes no events and keeps no state.
 *
 * <p>Terms: <dfn>service hours</dfn> and <dfn>service calendar</dfn> as in ITIL 4 (service level management); a
 * <dfn>pause</dfn> is a period in which the provider is waiting for someone else, so the target does not run.
 */
package org.countersign.serviceclock;
