package org.countersign.rota.service;

import java.time.Instant;

/**
 * A rota in the list of rotas.
 *
 * @param until where its published span ends, {@code null} when none is published
 * @param ending whether contracts count on it and its published span ends soon, or has ended
 */
public record RotaRow(String code, String name, Instant until, boolean ending) {}
