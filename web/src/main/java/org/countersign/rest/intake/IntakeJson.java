package org.countersign.rest.intake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.countersign.intake.service.InboundDetails;
import org.countersign.intake.service.InboundRow;
import org.countersign.intake.service.IntakeResult;
import org.countersign.intake.service.MailPreview;

/** The representation of mail in the API. */
final class IntakeJson {

    private IntakeJson() {}

    static Map<String, Object> of(IntakeResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", result.outcome());
        json.put("ticket", result.ticket());
        json.put("reason", result.reason());
        json.put("senderContact", result.senderContact());
        json.put("message", result.message());
        return json;
    }

    static Map<String, Object> of(MailPreview mail) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", mail.from());
        json.put("fromName", mail.fromName());
        json.put("to", mail.to());
        json.put("cc", mail.cc());
        json.put("subject", mail.subject());
        json.put("text", mail.text());
        json.put("reply", mail.reply());
        json.put("html", mail.html());
        json.put("blockedImages", mail.blockedImages());
        json.put("attachments", mail.attachments());
        json.put("references", mail.references());
        json.put("autoSubmitted", mail.autoSubmitted());
        return json;
    }

    static Map<String, Object> of(InboundRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.id());
        json.put("receivedAt", text(row.receivedAt()));
        json.put("source", row.source());
        json.put("mailbox", row.mailbox());
        json.put("from", row.sender());
        json.put("fromName", row.senderName());
        json.put("senderProven", row.senderProven());
        json.put("subject", row.subject());
        json.put("size", row.sizeBytes());
        json.put("outcome", row.outcome());
        json.put("reason", row.reason());
        json.put("ticket", row.ticket());
        json.put("decision", row.decision());
        json.put("toDecide", row.toDecide());
        return json;
    }

    static Map<String, Object> of(InboundDetails message, Locale language) {
        Map<String, Object> json = of(message.row());
        json.put("detail", message.facts().ground(language));
        json.put("contract", message.facts().contract());
        json.put("senderContact", message.facts().contactEmail());
        json.put("decisionReason", message.facts().decisionReason());
        json.put("decidedBy", message.facts().decidedBy());
        json.put("decidedAt", text(message.facts().decidedAt()));
        json.put("mail", message.mail() == null ? null : of(message.mail()));
        return json;
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
