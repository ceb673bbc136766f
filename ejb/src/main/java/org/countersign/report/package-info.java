/**
 * Reports: the month's service report of a contract (M132–M134), read from what the other areas recorded and handed out
 * as a document that can be archived (PDF/A-2a) and read by everybody (PDF/UA-1).
 *
 * <p>The area publishes no events and is called by no other area; it reads and renders.
 */
package org.countersign.report;
