package org.countersign.customer.service;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.countersign.customer.model.TeamRole;

/**
 * The account team of a contract on a day.
 *
 * @param memberships all there ever were, by role and first day
 */
public record TeamView(String contract, String contractName, LocalDate day, List<TeamMemberView> memberships) {

    /** Who has a role on the day; nobody where the role is vacant. */
    public Optional<TeamMemberView> member(TeamRole role) {
        return memberships.stream().filter(member -> member.role() == role && member.isOn(day)).findFirst();
    }

    /** Those who have a role on the day, in the order of the roles. */
    public List<TeamMemberView> members() {
        return Arrays.stream(TeamRole.values()).flatMap(role -> member(role).stream()).toList();
    }

    /** Tells one state of the team's record from another; the API's entity tag. */
    public long version() {
        CRC32 sum = new CRC32();
        sum.update(memberships.toString().getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
