package org.countersign.rota.service;

import java.time.Instant;

/** A rota in the list of rotas; {@code until} is where its published span ends, {@code null} when none is published. */
public record RotaRow(String code, String name, Instant until) {}
