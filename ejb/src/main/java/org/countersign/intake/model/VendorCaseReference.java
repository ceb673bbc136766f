package org.countersign.intake.model;

import java.util.List;
import java.util.Locale;

/** Finds the vendor case ({@code VC-} and at least four digits) that a mail speaks of, as {@link TicketReference} finds the ticket. */
public final class VendorCaseReference {

    private static final String PREFIX = "VC-";
    private static final NumberReference NUMBERS = new NumberReference(PREFIX, 4);

    private VendorCaseReference() {}

    /** As {@link NumberReference#candidates}. */
    public static List<String> candidates(IncomingMail mail) {
        return NUMBERS.candidates(mail);
    }

    /** Whether somebody who enters a number means a vendor case. */
    public static boolean isMeant(String number) {
        return number.strip().toUpperCase(Locale.ROOT).startsWith(PREFIX);
    }
}
