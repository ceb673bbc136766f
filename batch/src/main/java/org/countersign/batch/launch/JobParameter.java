package org.countersign.batch.launch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.IsoWeek;

/** A parameter of a job: what it is called, what it must look like, and whether it may be left out. */
public record JobParameter(String name, Kind kind, boolean required) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    /** What a value must look like. */
    public enum Kind {
        /** {@code 2026-W47}, begun somewhere on Earth. */
        WEEK,
        /** {@code 2026-11}, begun somewhere on Earth. */
        MONTH,
        /** The code of a contract; that it exists is checked by the launcher. */
        CONTRACT,
        /** The number of something that was written down before, from where the job is started. */
        RECORD
    }

    public static JobParameter week() {
        return new JobParameter("week", Kind.WEEK, true);
    }

    public static JobParameter month() {
        return new JobParameter("month", Kind.MONTH, true);
    }

    /** May be left out, for all contracts. */
    public static JobParameter contract() {
        return new JobParameter("contract", Kind.CONTRACT, false);
    }

    /** What the job is to work on, by its number. */
    public static JobParameter record(String name) {
        return new JobParameter(name, Kind.RECORD, true);
    }

    /**
     * Checks the form of a value.
     *
     * @throws BusinessRuleViolation {@code job-parameter-invalid}
     */
    void check(String value, Instant now) {
        switch (kind) {
            case WEEK -> requireBegun(firstDayOfWeek(value), value, now);
            case MONTH -> requireBegun(firstDayOfMonth(value), value, now);
            case CONTRACT -> {
                if (value.isBlank()) {
                    throw invalid(value);
                }
            }
            case RECORD -> {
                if (!NUMBER.matcher(value).matches()) {
                    throw invalid(value);
                }
            }
        }
    }

    private LocalDate firstDayOfWeek(String value) {
        try {
            return IsoWeek.parse(value).monday();
        } catch (BusinessRuleViolation malformed) {
            throw invalid(value);
        }
    }

    private LocalDate firstDayOfMonth(String value) {
        try {
            if (MONTH.matcher(value).matches()) {
                return YearMonth.parse(value).atDay(1);
            }
        } catch (DateTimeParseException noSuchMonth) {
            // answered below, like every other wrong value
        }
        throw invalid(value);
    }

    private void requireBegun(LocalDate firstDay, String value, Instant now) {
        if (firstDay.atStartOfDay(ZoneOffset.ofHours(14)).toInstant().isAfter(now)) {
            throw invalid(value);
        }
    }

    /** The refusal of a value. */
    BusinessRuleViolation invalid(String value) {
        return BusinessRuleViolation.invalid(name, "job-parameter-invalid", name, String.valueOf(value));
    }
}
