package org.countersign.intake.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.Ground;
import org.countersign.intake.model.InboundMessage;
import org.countersign.intake.model.InboundMessages;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.IntakeEvent.ContentMissing;
import org.countersign.intake.model.IntakeEvent.MessageReceived;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.IntakePolicy;
import org.countersign.intake.model.IntakePolicy.Judgement;
import org.countersign.intake.model.IntakePolicy.Reference;
import org.countersign.intake.model.IntakePolicy.Situation;
import org.countersign.intake.model.IntakePolicy.VendorMention;
import org.countersign.intake.model.MailAddress;
import org.countersign.intake.model.MailReader;
import org.countersign.intake.model.MailReading;
import org.countersign.intake.model.Mailbox;
import org.countersign.intake.model.Mailboxes;
import org.countersign.intake.model.ReportDraft;
import org.countersign.intake.model.SenderLimits;
import org.countersign.intake.model.SenderProof;
import org.countersign.intake.model.SenderScreening.Finding;
import org.countersign.intake.model.SenderScreening.Screening;
import org.countersign.intake.model.UnreadableMail;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.service.KnownTicket;

/** Gives a stored message its outcome, in one transaction with everything it leads to. */
@Stateless
@RolesAllowed({Role.MAIL_GATEWAY_ROLE, Role.ADMIN_ROLE, Role.SYSTEM})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MessageProcessing {

    @Inject
    private InboundMessages messages;

    @Inject
    private Mailboxes mailboxes;

    @Inject
    private MailReader reader;

    @Inject
    private OwnAddresses ownAddresses;

    @Inject
    private ReplyTokenSource replyTokens;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private ReportFiling filing;

    @Inject
    private VendorFiling vendors;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** Processes a message, after whoever is just at it; nothing happens when it has been processed. */
    public void process(long id) {
        messages.lock(id).filter(message -> !message.isProcessed()).ifPresent(this::process);
    }

    /** As {@link #process(long)}, but leaves a message alone on which somebody else is at work. */
    public void processUnlessAtWork(long id) {
        messages.lockUnlessLocked(id).filter(message -> !message.isProcessed()).ifPresent(this::process);
    }

    private void process(InboundMessage message) {
        MailReading reading = reader.read(message.content());
        Optional<Mailbox> mailbox = Optional.ofNullable(message.mailboxId()).flatMap(mailboxes::byId);
        Long contractId = mailbox.map(Mailbox::contractId).orElse(null);
        TicketRef ticket = null;
        if (reading instanceof UnreadableMail unreadable) {
            message.processed(
                    IntakeOutcome.REFUSED, unreadable.reason().code(), unreadable.ground(), null, null, false, clock.instant());
        } else {
            ticket = process(message, (IncomingMail) reading, mailbox);
        }
        events.fire(new MessageReceived(
                // A vendor may answer to the mailbox of another contract than its case's.
                ticket == null ? contractId : Long.valueOf(ticket.contractId()),
                message.id(),
                message.source(),
                message.sender(),
                message.senderProven(),
                message.outcome(),
                message.reason(),
                ticket == null ? null : ticket.number()));
    }

    /** What is known of a mail before it is judged. */
    private record Found(
            Screening screening,
            Optional<ContractTerms> terms,
            Optional<ContactCard> contact,
            Optional<KnownTicket> ticket,
            Reference reference,
            VendorFiling.Named vendor,
            boolean proven,
            Ground proof) {}

    private TicketRef process(InboundMessage message, IncomingMail mail, Optional<Mailbox> mailbox) {
        Found found = find(mail, mailbox);
        Judgement judgement = IntakePolicy.judge(situation(message, mail, mailbox, found));
        TicketRef ticket = act(message, judgement, mail, found);
        message.processed(
                judgement.outcome(),
                judgement.reason() == null ? null : judgement.reason().code(),
                found.screening().finding() == Finding.PERSON ? found.proof() : found.screening().because(),
                ticket == null ? null : ticket.id(),
                found.contact().map(ContactCard::id).orElse(null),
                found.proven(),
                clock.instant());
        return ticket;
    }

    private Found find(IncomingMail mail, Optional<Mailbox> mailbox) {
        Screening screening = ownAddresses.screening().screen(mail);
        Optional<ContractTerms> terms = mailbox.map(known -> customers.contract(known.contractId()));
        Optional<ContactCard> contact = mail.from()
                .flatMap(from -> customers.contactByEmail(from.normalised()))
                .filter(known -> terms.filter(contract -> contract.organisationId() == known.organisationId()).isPresent());
        SenderProof.Proof proof = mailbox.flatMap(Mailbox::authservId)
                .map(authservId -> new SenderProof(authservId).judge(mail))
                .orElseGet(() -> new SenderProof.Proof(SenderProof.Verdict.UNPROVEN, Ground.of(Ground.Kind.NO_SERVER_NAMED)));
        VendorFiling.Named vendor = mailbox.isEmpty() || screening.finding() != Finding.PERSON
                ? VendorFiling.Named.NOTHING
                : vendors.namedIn(mail, contact.isPresent(), replyTokens.tokens());
        if (vendor.mention() != VendorMention.NONE) {
            return new Found(
                    screening, terms, Optional.empty(), Optional.empty(), Reference.NONE, vendor, proof.proven() || vendor.token(),
                    vendor.token() ? Ground.of(Ground.Kind.REPLY_TOKEN) : proof.because());
        }
        Optional<KnownTicket> ticket = contact.isEmpty() || screening.finding() != Finding.PERSON
                ? Optional.empty()
                : filing.namedIn(mail, contact.get().organisationId());
        Reference reference = Reference.NONE;
        if (ticket.isPresent()) {
            boolean own = ticket.get().ref().organisationId() == contact.get().organisationId();
            reference = !own ? Reference.FOREIGN : ticket.get().state().isOpen() ? Reference.OPEN : Reference.ENDED;
        }
        boolean token = ticket.isPresent() && replyTokens.tokens().prove(mail, ticket.get().ref().number());
        return new Found(
                screening, terms, contact, ticket, reference, vendor, proof.proven() || token, token ? Ground.of(Ground.Kind.REPLY_TOKEN) : proof.because());
    }

    private Situation situation(InboundMessage message, IncomingMail mail, Optional<Mailbox> mailbox, Found found) {
        SenderLimits limits = SenderLimits.configured();
        Instant since = clock.instant().minus(SenderLimits.WINDOW);
        String sender = mail.from().map(MailAddress::normalised).map(address -> InboundMessage.cut(address, 320)).orElse(null);
        boolean contactKnown = found.contact().isPresent();
        return new Situation(
                found.screening().finding(),
                mailbox.isPresent(),
                contactKnown,
                found.reference(),
                found.vendor().mention(),
                found.proven(),
                found.vendor().mention() == VendorMention.NONE ? ReportDraft.isEmpty(mail) : VendorFiling.isEmpty(mail),
                contactKnown
                        && found.terms().orElseThrow().fixedContactsOnly()
                        && !customers.isFixedContact(found.terms().orElseThrow().id(), found.contact().get().id()),
                found.terms().map(ContractTerms::unprovenMail).orElse(UnprovenMail.QUARANTINE),
                sender != null && messages.messagesOf(sender, found.proven(), since) >= limits.messages(),
                contactKnown
                        && (messages.reportsOf(sender, since) >= limits.reports()
                                || messages.reportsOf(sender, message.topic(), since) >= limits.reportsOnTopic()));
    }

    private TicketRef act(InboundMessage message, Judgement judgement, IncomingMail mail, Found found) {
        return switch (judgement.action()) {
            case KEEP -> null;
            case ASK -> {
                if (found.screening().answerAllowed()) {
                    events.fire(new ContentMissing(
                            found.terms().orElseThrow().id(),
                            message.id(),
                            found.contact().orElseThrow().id(),
                            message.subject(),
                            mail.messageId().orElse(null)));
                }
                yield null;
            }
            case APPEND -> filing.append(mail, found.contact().orElseThrow(), found.ticket().orElseThrow());
            case ANSWER -> vendors.answer(mail, message, found.vendor().known());
            case REGISTER -> filing.register(
                    mail,
                    found.contact().orElseThrow(),
                    found.terms().orElseThrow(),
                    judgement.holdReason(),
                    found.reference() == Reference.ENDED ? found.ticket().orElseThrow().ref().number() : null,
                    found.screening().answerAllowed());
        };
    }

    /** The message's mail, for those who work on what was kept. */
    static IncomingMail read(MailReader reader, InboundMessage message) {
        if (reader.read(message.content()) instanceof IncomingMail mail) {
            return mail;
        }
        throw BusinessRuleViolation.conflict("message-unreadable");
    }
}
