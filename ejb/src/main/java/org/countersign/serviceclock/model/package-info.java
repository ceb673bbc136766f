/**
 * {@link org.countersign.serviceclock.model.ServiceCalendar} says when service is given,
 * {@link org.countersign.serviceclock.model.ServiceClock} computes with it. This package depends on the JDK alone.
 *
 * <pre>{@code
 * Due due = ServiceClock.due(calendar, registeredAt, Duration.ofHours(8), holds);
 * due.instant();    // when the target falls due, or empty while a hold is open
 * due.remaining();  // the service time left when the clock was halted
 * due.segments();   // what counted, what did not, and why
 * }</pre>
 *
 * <p>Service time is real time: it counts while the wall clock of the calendar's zone shows service hours. Where
 * daylight saving time begins or ends inside service hours, the hour that is skipped does not count and the hour that
 * is repeated counts twice; a night window {@code 00:00}–{@code 06:00} lasts 300 minutes in spring and 420 in autumn.
 */
package org.countersign.serviceclock.model;
