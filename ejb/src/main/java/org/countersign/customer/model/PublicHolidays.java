package org.countersign.customer.model;

import java.time.LocalDate;
import java.util.List;

/** Which days are public holidays on which nobody works, by region. */
public interface PublicHolidays {

    /** Whether there is a table for the region: a country of ISO 3166, or a country and its subdivision, e.g. {@code DE-BY}. */
    boolean knows(String region);

    /** The rest days of the region, in order, from the first of January of one year to the end of another. */
    List<LocalDate> restDays(String region, int firstYear, int lastYear);
}
