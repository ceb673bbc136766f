package org.countersign.rota.service;

import java.time.Instant;

/**
 * Who is on duty at an instant.
 *
 * @param contract code of the contract that was asked for, or {@code null} when a rota was
 * @param handover what the shift before left, or {@code null}
 */
public record OnDutyView(
        String contract,
        String rota,
        String rotaName,
        Instant at,
        PersonView responsible,
        PersonView backup,
        Instant from,
        Instant until,
        HandoverView handover) {}
