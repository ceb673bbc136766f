package org.countersign.architecture.seeded.batch.timesheet;

import org.countersign.architecture.seeded.ticket.persistence.TicketStore;

/** A batch step that goes to the database around the service. */
class SeededBatchKnowsServicesAndValues {
    TicketStore store;
}
