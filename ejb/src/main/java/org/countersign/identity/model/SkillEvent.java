package org.countersign.identity.model;

import java.time.LocalDate;
import org.countersign.kernel.DomainEvent;

/** What happens to skills and certificates; recorded in the chain of the system. */
public interface SkillEvent extends DomainEvent {

    @Override
    default Long contractId() {
        return null;
    }

    /** A skill of the catalogue is new, or has another name; {@code nameBefore} is {@code null} for a new one. */
    record SkillNamed(String code, String nameBefore, String name) implements SkillEvent {

        @Override
        public String subjectType() {
            return "skill";
        }

        @Override
        public String subjectId() {
            return code;
        }
    }

    /** About one member of the staff. */
    interface OfPerson extends SkillEvent {

        /** The account's name. */
        String account();

        @Override
        default String subjectType() {
            return "account";
        }

        @Override
        default String subjectId() {
            return account();
        }
    }

    /** What somebody masters, one skill a line. */
    record SkillsChanged(String account, String before, String after) implements OfPerson {}

    /** Which certificates somebody holds, one a line. */
    record CertificationsChanged(String account, String before, String after) implements OfPerson {}

    /** A certificate expires soon, and the person and the managers are told. */
    record CertificationExpires(
            String account, long accountId, long certificationId, String name, String issuer, String number, LocalDate expiresOn)
            implements OfPerson {}
}
