package org.countersign.architecture.seeded.ticket.service;

import org.countersign.architecture.seeded.identity.service.Identities;

/** The other half of a cycle: identity calls ticket, ticket calls identity. */
class SeededAreasAreFreeOfCycles {
    Identities identities;
}
