/**
 * Reports: the month's service report of a contract (M132–M134), read from what the other areas recorded and handed out
 * as a document that can be archived (PDF/A-2a) and read by everybody (PDF/UA-1).
 *
 * <p>The area is called by no other area; it reads, renders and keeps what it handed out, revision by revision.
 * Publishes {@link org.countersign.report.model.ServiceReportProduced}.
 */
package org.countersign.report;
