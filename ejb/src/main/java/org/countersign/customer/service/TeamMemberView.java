package org.countersign.customer.service;

import java.time.LocalDate;
import org.countersign.customer.model.TeamRole;

/**
 * Somebody of an account team.
 *
 * @param contractId whose team it is
 * @param from the first day
 * @param until the last day, or {@code null} when no other one is named
 * @param account the account's name; {@code null}, as are name and address, where nobody has the role
 * @param phone or {@code null}
 */
public record TeamMemberView(
        long contractId, TeamRole role, LocalDate from, LocalDate until, String account, String name, String email, String phone) {

    /** Whether somebody has the role on a day by this membership. */
    public boolean isOn(LocalDate day) {
        return account != null && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
