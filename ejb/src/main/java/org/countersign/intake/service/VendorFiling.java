package org.countersign.intake.service;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.InboundMessage;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.IntakePolicy.VendorMention;
import org.countersign.intake.model.MailAddress;
import org.countersign.intake.model.MailAttachment;
import org.countersign.intake.model.ReplyTokens;
import org.countersign.intake.model.VendorCaseReference;
import org.countersign.ticket.model.TicketRef;
import org.countersign.vendor.service.KnownVendorCase;
import org.countersign.vendor.service.VendorCaseFinder;
import org.countersign.vendor.service.VendorCaseHandling;

/** What {@link ReportFiling} is for reports of customers, for answers of vendors: it acts on the system's behalf. */
@Stateless
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@RolesAllowed({Role.MAIL_GATEWAY_ROLE, Role.ADMIN_ROLE, Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.SYSTEM})
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class VendorFiling {

    private static final int MOST_CANDIDATES = 5;
    private static final int MOST_FILES = 20;

    /** Longest text of an answer, in characters; the message has the rest. */
    private static final int LONGEST = 19_000;

    @Inject
    private VendorCaseFinder cases;

    @Inject
    private VendorCaseHandling handling;

    /**
     * What a mail says about a vendor case.
     *
     * @param known the case that it means, or {@code null}
     * @param token whether a reply token proves its author
     */
    public record Named(VendorMention mention, KnownVendorCase known, boolean token) {

        static final Named NOTHING = new Named(VendorMention.NONE, null, false);

        private static Named of(KnownVendorCase known, boolean token) {
            return new Named(known.running() ? VendorMention.OPEN : VendorMention.ENDED, known, token);
        }
    }

    /**
     * The vendor case that a mail speaks of. Its vendor is who has our reply token, or writes from the vendor's address.
     *
     * @param contact whether the author is a contact of the customer whose mailbox it is, and so may write about anything but this
     */
    public Named namedIn(IncomingMail mail, boolean contact, ReplyTokens tokens) {
        String author = mail.from().map(MailAddress::normalised).orElse("");
        List<KnownVendorCase> named = VendorCaseReference.candidates(mail).stream()
                .limit(MOST_CANDIDATES)
                .flatMap(number -> cases.byNumber(number).stream())
                .toList();
        for (KnownVendorCase known : named) {
            boolean token = tokens.prove(mail, known.number());
            if (token || author.equals(known.vendorAddress())) {
                return Named.of(known, token);
            }
        }
        if (contact) {
            return Named.NOTHING;
        }
        if (cases.isVendor(author)) {
            return cases.byReference(author, mail.subject())
                    .map(known -> Named.of(known, false))
                    .orElse(new Named(VendorMention.UNNAMED, null, false));
        }
        return named.isEmpty() ? Named.NOTHING : new Named(VendorMention.STRANGER, null, false);
    }

    /** The vendor case with this number. */
    public Optional<KnownVendorCase> find(String number) {
        return cases.byNumber(number);
    }

    /** Whether a vendor's mail says nothing: its subject only names the case. */
    static boolean isEmpty(IncomingMail mail) {
        return mail.text().isBlank() && mail.attachments().isEmpty();
    }

    /** Records a mail as the vendor's answer to the case. Its files stay with the message. */
    public TicketRef answer(IncomingMail mail, InboundMessage message, KnownVendorCase to) {
        handling.answerByMail(to.number(), text(mail), message.sender(), message.id());
        return to.ticket();
    }

    private static String text(IncomingMail mail) {
        String text = (mail.reply().isBlank() ? mail.text() : mail.reply()).strip();
        if (text.isEmpty()) {
            text = mail.attachments().stream().limit(MOST_FILES).map(MailAttachment::name).collect(Collectors.joining("\n")).strip();
        }
        return text.length() <= LONGEST ? text : InboundMessage.cut(text, LONGEST) + " …";
    }
}
