/**
 * The provider's work and the customer's signature under it: work logged on tickets (M33, M62, M63), visits that the customer approved
 * beforehand, travel included (M72–M75), and the weekly timesheet that the customer confirms line by line (M34, M35).
 *
 * <p>A week is cut into a sheet once per contract. Its lines are copies of the entries; they are never changed. The customer's contacts
 * confirm or dispute each of them, the provider explains or corrects what is disputed, and when every line is confirmed the sheet is
 * sealed. What is booked after the cut goes onto the next sheet.
 *
 * <p>Publishes {@link org.countersign.work.model.WorkEvent}s.
 */
package org.countersign.work;
