package org.countersign.report.model;

import java.util.List;

/** What happened to tickets and lots, read for a report; every method is one statement, whatever it finds. */
public interface ServiceRecords {

    /** The contract's tickets received, resolved or accepted in the period. */
    List<TicketRecord> tickets(long contractId, ReportPeriod period);

    /** Tickets for which a resolution was proposed in the period. */
    int ticketsResolved(long contractId, ReportPeriod period);

    /** Resolutions that the customer rejected in the period. */
    int resolutionsRejected(long contractId, ReportPeriod period);

    /** Tickets received and not ended when the period ended. */
    int openAtEnd(long contractId, ReportPeriod period);

    /** Lots of the weeks with days in the month, oldest first. */
    List<ReportedLot> lots(long contractId, ReportPeriod period);
}
