package org.countersign.identity.model;

import java.time.LocalDate;
import java.util.Objects;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Input;

/**
 * What a certificate says.
 *
 * @param number as the issuer numbers it, or {@code null}
 * @param validFrom the first day on which it counts
 * @param expiresOn the last one, or {@code null} when it never expires
 */
public record Certificate(String name, String issuer, String number, LocalDate validFrom, LocalDate expiresOn) {

    /**
     * A certificate as people write it down.
     *
     * @param place where it stands in what was given, e.g. {@code certifications[1].}, before the name of a field
     * @throws BusinessRuleViolation {@code certification-ends-before-start}, and those of {@link Input}
     */
    public static Certificate of(String place, String name, String issuer, String number, LocalDate validFrom, LocalDate expiresOn) {
        if (validFrom == null) {
            throw BusinessRuleViolation.invalid(place + "validFrom", "required");
        }
        if (expiresOn != null && expiresOn.isBefore(validFrom)) {
            throw BusinessRuleViolation.invalid(
                    place + "expiresOn", "certification-ends-before-start", expiresOn, validFrom);
        }
        return new Certificate(
                Input.line(place + "name", name, 200),
                Input.line(place + "issuer", issuer, 200),
                Input.optionalLine(place + "number", number, 100),
                validFrom,
                expiresOn);
    }

    /** Whether it counts on a day; its last day does. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && !hasExpired(day);
    }

    public boolean hasExpired(LocalDate day) {
        return expiresOn != null && day.isAfter(expiresOn);
    }

    /** Whether both are the same document, perhaps renewed. */
    public boolean isSameAs(Certificate other) {
        return name.equalsIgnoreCase(other.name)
                && issuer.equalsIgnoreCase(other.issuer)
                && Objects.equals(number, other.number)
                && validFrom.equals(other.validFrom);
    }

    /** In one line, for the record. */
    @Override
    public String toString() {
        return name + ", " + issuer + (number == null ? "" : ", " + number) + ", " + validFrom + " – " + (expiresOn == null ? "" : expiresOn);
    }
}
