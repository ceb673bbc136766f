package org.countersign.intake.service;

import java.time.Instant;

/** What a message's page shows beside its row. */
public record InboundFacts(
        String detail, String contactName, String contactEmail, String contract, String decisionReason, String decidedBy, Instant decidedAt) {}
