package org.countersign.architecture.seeded.ticket.model;

import org.countersign.architecture.seeded.ticket.service.TicketService;

/** A model that calls its service. */
class SeededModelKnowsTheJdkAnnotationsKernelAndOtherModels {
    TicketService service;
}
