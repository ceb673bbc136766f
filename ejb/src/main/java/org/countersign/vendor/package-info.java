/**
 * What exceeds the desk's own competence goes to the software vendor and is followed there until it is solved (M11, M12): vendors, each with
 * its underpinning contract (service hours, response and resolution by priority, how often it is chased), and vendor cases with the vendor's
 * reference, correspondence, a clock of their own and chasers.
 *
 * <p>The life of a vendor case: it is {@code OPEN} while it is the vendor's turn; {@code ANSWERED} while it is ours, and then the vendor's
 * time stands still; telling the vendor more makes it {@code OPEN} again. It ends {@code SOLVED}, or {@code WITHDRAWN} when we no longer need
 * the vendor, of which it is told by mail where it takes mail. No timer ends a case.
 *
 * <p>Opening a case escalates its ticket to level VENDOR, from every state in which somebody works on it. The step {@code escalate} to VENDOR
 * without a case stays legal: some vendors are on the phone before there is anything to write down, and the case may follow. A ticket cannot
 * be resolved while a case of it has not ended: its row says since when it is with the vendor, and the database refuses a resolved ticket that
 * still says so. Every step of a case, and every chaser, locks the ticket's row and then the case's: no resolution passes them, and none waits
 * for the other. A ticket that ends unsolved, withdrawn,
 * linked as a duplicate or transferred, takes its cases with it: they are withdrawn in the same transaction, the ticket's row locked first as
 * ever, and the case's owner is told, who has to tell a vendor that takes no mail.
 *
 * <p>While it is the vendor's turn, a chaser goes out when the response is due, and then, counted in the vendor's service time, as often as
 * the underpinning contract says, and when the resolution is due: to the case's owner by mail, and to the vendor, in its language, where it
 * takes mail.
 *
 * <p>A vendor that takes mail is written to in the desk's words, and knows the case's number, never the ticket. What it answers by mail is taken in
 * by {@code org.countersign.intake}, which proves who writes; no customer sees it.
 *
 * <p>A case keeps the targets under which it was opened; its hours follow the calendar, also where that is recorded anew.
 *
 * <p>Publishes {@link org.countersign.vendor.model.VendorEvent}s.
 */
package org.countersign.vendor;
