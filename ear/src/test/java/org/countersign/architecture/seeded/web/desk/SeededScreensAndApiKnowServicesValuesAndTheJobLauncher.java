package org.countersign.architecture.seeded.web.desk;

import org.countersign.architecture.seeded.ticket.persistence.TicketStore;

/** A page that goes to the database around the service. */
class SeededScreensAndApiKnowServicesValuesAndTheJobLauncher {
    TicketStore store;
}
