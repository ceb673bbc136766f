package org.countersign.identity.service;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.SupportLevel;

/**
 * A member of the staff with what is on record about what they can do.
 *
 * @param level of an agent, else {@code null}
 * @param skills by name
 * @param certifications by name and first day
 */
public record StaffMember(
        long accountId, String account, String name, String email, SupportLevel level, List<GradedSkill> skills, List<Certificate> certifications) {

    /** Tells one state of the record from another; the API's entity tag. */
    public long version() {
        CRC32 sum = new CRC32();
        sum.update((skills + "\n" + certifications).getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    /** Those of the certificates that count on a day. */
    public List<Certificate> inForce(LocalDate day) {
        return certifications.stream().filter(certificate -> certificate.isInForce(day)).toList();
    }
}
