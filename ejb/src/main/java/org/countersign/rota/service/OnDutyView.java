package org.countersign.rota.service;

import java.time.Instant;
import java.util.List;

/**
 * Who is on duty at an instant.
 *
 * @param contract code of the contract that was asked for, or {@code null} when a rota was
 * @param handovers what the shift before left, newest first
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
        List<HandoverView> handovers) {

    /** What the shift before left last, or {@code null}. */
    public HandoverView handover() {
        return handovers.isEmpty() ? null : handovers.get(0);
    }
}
