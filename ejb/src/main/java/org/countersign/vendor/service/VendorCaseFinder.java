package org.countersign.vendor.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.service.TicketDirectory;
import org.countersign.vendor.model.Vendor;
import org.countersign.vendor.model.VendorCase;
import org.countersign.vendor.model.VendorCases;
import org.countersign.vendor.model.Vendors;

/** Finds the vendor case that a mail speaks of, on the system's own behalf. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class VendorCaseFinder {

    /** A shorter reference stands in a subject by chance. */
    static final int SHORTEST_REFERENCE = 4;

    private static final int MOST = 20;

    @Inject
    private VendorCases cases;

    @Inject
    private Vendors vendors;

    @Inject
    private TicketDirectory tickets;

    public Optional<KnownVendorCase> byNumber(String number) {
        return cases.byNumber(number).map(this::known);
    }

    /** Whether a vendor takes mail at this address, given in lower case. */
    public boolean isVendor(String email) {
        return vendors.anyAt(email);
    }

    /**
     * The case of the vendor with this address whose reference, the vendor's own, stands in the subject as a word of its own; one that has not
     * ended before any other. Nothing when several are meant alike.
     */
    public Optional<KnownVendorCase> byReference(String email, String subject) {
        String line = subject.toLowerCase(Locale.ROOT);
        List<VendorCase> named = cases.referredToIn(line, email, MOST).stream()
                .filter(found -> found.reference().length() >= SHORTEST_REFERENCE && isWordOf(line, found.reference().toLowerCase(Locale.ROOT)))
                .toList();
        List<VendorCase> running = named.stream().filter(found -> found.state().isRunning()).toList();
        List<VendorCase> meant = running.isEmpty() ? named.stream().limit(1).toList() : running;
        return meant.size() == 1 ? Optional.of(known(meant.get(0))) : Optional.empty();
    }

    private static boolean isWordOf(String line, String word) {
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !isWord(line.charAt(at - 1))) && (end == line.length() || !isWord(line.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private KnownVendorCase known(VendorCase found) {
        Vendor vendor = vendors.byId(found.vendorId()).orElseThrow(() -> BusinessRuleViolation.notFound("vendor", found.vendorId()));
        return new KnownVendorCase(
                found.number(),
                tickets.byId(found.ticketId()).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", found.ticketId())),
                found.state().isRunning(),
                vendor.address().email());
    }
}
