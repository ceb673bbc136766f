package org.countersign.intake.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.intake.model.Ground.Kind;

/**
 * Tells mail of people from mail of machines, so that two machines never write to each other without end. The rules are
 * those of RFC 3834 (recommendations for automatic responses), RFC 3464 (delivery status) and RFC 8098 (disposition).
 */
public final class SenderScreening {

    /** More transports than any real path has (RFC 5321, 6.3: at least 100 before a loop is assumed). */
    static final int MOST_HOPS = 100;

    private static final Set<String> BULK = Set.of("bulk", "junk", "auto_reply");
    private static final Set<String> BOUNCING_MAILBOXES = Set.of("mailer-daemon", "mail-daemon");
    private static final List<String> UNANSWERED_MAILBOXES =
            List.of("noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "postmaster");

    private final Set<String> ownMailboxes;
    private final String installation;

    /** What the sender is. */
    public enum Finding {
        /** Nothing says that a machine wrote it. */
        PERSON,
        /** An auto-responder, a notification, bulk mail. */
        AUTOMATIC_REPLY,
        /** A delivery status notification. */
        BOUNCE,
        /** Our own mail has come back, or it went round too often. */
        LOOP,
        /** The author is one of our own mailboxes. */
        OWN_ADDRESS,
        /** Sent with the null return path, so that nobody answers. */
        NULL_RETURN_PATH,
        /** There is no author to identify. */
        NO_SENDER
    }

    /**
     * A finding and its ground.
     *
     * @param finding what the sender is
     * @param answerAllowed whether an automatic answer may be sent; never for anything but a person, and not for every person
     *     (mailing lists and senders who ask for silence get none)
     * @param because the field or fact that decided, or {@code null} for a person like any other
     */
    public record Screening(Finding finding, boolean answerAllowed, Ground because) {}

    /**
     * @param ownAddresses every address under which this desk sends or receives; sub-addresses of them count too
     * @param installation the value this installation writes into {@value ScreeningHeaders#LOOP_FIELD}; another
     *     installation's value is no loop
     */
    public SenderScreening(Collection<String> ownAddresses, String installation) {
        this.ownMailboxes = ownAddresses.stream()
                .map(address -> new MailAddress(address, "").mailbox())
                .collect(Collectors.toUnmodifiableSet());
        this.installation = Objects.requireNonNull(installation);
    }

    /** Screens a mail. The strongest ground wins: loop, bounce, own address, automatic, null return path. */
    public Screening screen(IncomingMail mail) {
        ScreeningHeaders headers = mail.screening();
        if (headers.loops().stream().anyMatch(value -> value.equalsIgnoreCase(installation))) {
            return machine(Finding.LOOP, ScreeningHeaders.LOOP_FIELD);
        }
        if (headers.foreignLoops().stream().anyMatch(this::isOwn)) {
            return machine(Finding.LOOP, "X-Loop");
        }
        if (headers.hops() > MOST_HOPS) {
            return machine(Finding.LOOP, Ground.of(Kind.HOPS, headers.hops()));
        }
        if (headers.reportType().filter("delivery-status"::equals).isPresent()) {
            return machine(Finding.BOUNCE, "report-type=delivery-status");
        }
        if (mail.from().filter(from -> BOUNCING_MAILBOXES.contains(localPart(from))).isPresent()) {
            return machine(Finding.BOUNCE, "From");
        }
        if (mail.from().filter(from -> ownMailboxes.contains(from.mailbox())).isPresent()) {
            return machine(Finding.OWN_ADDRESS, "From");
        }
        return machineMade(mail, headers);
    }

    private Screening machineMade(IncomingMail mail, ScreeningHeaders headers) {
        if (headers.declaredAutomatic()) {
            return machine(Finding.AUTOMATIC_REPLY, "Auto-Submitted: " + headers.autoSubmitted().orElseThrow());
        }
        if (headers.reportType().filter("disposition-notification"::equals).isPresent()) {
            return machine(Finding.AUTOMATIC_REPLY, "report-type=disposition-notification");
        }
        if (headers.precedence().filter(BULK::contains).isPresent()) {
            return machine(Finding.AUTOMATIC_REPLY, "Precedence: " + headers.precedence().orElseThrow());
        }
        if (headers.autoReplyMarker()) {
            return machine(Finding.AUTOMATIC_REPLY, "X-Autoreply");
        }
        if (headers.returnPath().filter(String::isEmpty).isPresent()) {
            return machine(Finding.NULL_RETURN_PATH, "Return-Path: <>");
        }
        if (mail.from().isEmpty()) {
            return machine(Finding.NO_SENDER, "From");
        }
        return person(mail, headers);
    }

    private Screening person(IncomingMail mail, ScreeningHeaders headers) {
        if (headers.listId().isPresent() || headers.precedence().filter("list"::equals).isPresent()) {
            return unanswered("List-Id");
        }
        if (headers.autoResponseSuppress().filter(SenderScreening::asksForSilence).isPresent()) {
            return unanswered("X-Auto-Response-Suppress");
        }
        String local = mail.from().map(SenderScreening::localPart).orElse("");
        if (UNANSWERED_MAILBOXES.contains(local) || local.startsWith("owner-") || local.endsWith("-request")) {
            return unanswered("From: " + local + "@");
        }
        return new Screening(Finding.PERSON, true, null);
    }

    private static boolean asksForSilence(String suppress) {
        return List.of(suppress.split("[,; ]+")).stream().anyMatch(Set.of("all", "autoreply", "oof")::contains);
    }

    private boolean isOwn(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && at < address.length() - 1
                && ownMailboxes.contains(new MailAddress(address, "").mailbox());
    }

    private static String localPart(MailAddress address) {
        return address.localPart().toLowerCase(Locale.ROOT);
    }

    private static Screening unanswered(String field) {
        return new Screening(Finding.PERSON, false, Ground.of(Kind.HEADER_FIELD, field));
    }

    private static Screening machine(Finding finding, String field) {
        return machine(finding, Ground.of(Kind.HEADER_FIELD, field));
    }

    private static Screening machine(Finding finding, Ground because) {
        return new Screening(finding, false, because);
    }
}
