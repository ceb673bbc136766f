package org.countersign.intake.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.InboundMessages;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.MailAttachment;
import org.countersign.intake.model.MailHtml;
import org.countersign.intake.model.MailReader;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;

/** What staff see of the messages that came in; customers see none of it. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class IntakeQueries {

    @Inject
    private IntakeViews views;

    @Inject
    private InboundMessages messages;

    @Inject
    private MailReader reader;

    @Inject
    private MailHtml html;

    /**
     * A page of messages, newest first.
     *
     * @param outcomes only these; empty for all
     * @throws BusinessRuleViolation {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<InboundRow> list(List<IntakeOutcome> outcomes, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return CursorPage.of(views.list(outcomes, rows, after), rows, row -> Cursor.of(row.receivedAt(), row.id()));
    }

    public long count(List<IntakeOutcome> outcomes) {
        return views.count(outcomes);
    }

    /**
     * One message with its text, and its HTML fit to show.
     *
     * @param remoteImages whether the reader has asked for images from other servers (F24)
     * @throws BusinessRuleViolation {@code not-found}
     */
    public InboundDetails find(long id, boolean remoteImages) {
        InboundRow row = views.row(id).orElseThrow(() -> BusinessRuleViolation.notFound("message", id));
        InboundFacts facts = views.facts(id).orElseThrow(() -> BusinessRuleViolation.notFound("message", id));
        MailPreview mail = reader.read(content(id)) instanceof IncomingMail readable ? MailPreview.of(readable, html, remoteImages) : null;
        return new InboundDetails(row, facts, mail);
    }

    /**
     * The message as it came over the wire. For administrators only: a reply holds the token that proves who answers.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    @RolesAllowed(Role.ADMIN_ROLE)
    public byte[] raw(long id) {
        return content(id);
    }

    private byte[] content(long id) {
        return messages.byId(id).orElseThrow(() -> BusinessRuleViolation.notFound("message", id)).content();
    }

    /**
     * A file that came with a message.
     *
     * @param place among {@link MailPreview#attachments()}, from 0
     * @throws BusinessRuleViolation {@code not-found}
     */
    public MailAttachment file(long id, int place) {
        if (reader.read(content(id)) instanceof IncomingMail mail && place < mail.attachments().size()) {
            return mail.attachments().get(place);
        }
        throw BusinessRuleViolation.notFound("file", place);
    }
}
