package org.countersign.architecture.seeded.ticket.service;

import jakarta.persistence.EntityManager;

/** A service that talks to the database itself. */
class SeededOnlyPersistenceNamesTheEntityManager {
    EntityManager manager;
}
