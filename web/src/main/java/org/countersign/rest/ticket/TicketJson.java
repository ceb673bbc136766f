package org.countersign.rest.ticket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.service.TicketDetails;
import org.countersign.ticket.service.TicketRow;

/** The representation of tickets in the API. */
final class TicketJson {

    private TicketJson() {}

    static Map<String, Object> of(TicketDetails ticket) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", ticket.number());
        json.put("kind", ticket.kind());
        json.put("state", ticket.state());
        json.put("priority", ticket.priority());
        json.put("impact", ticket.impact());
        json.put("urgency", ticket.urgency());
        json.put("wishedPriority", ticket.wishedPriority());
        json.put("level", ticket.level());
        json.put("category", ticket.category());
        json.put("suggestedLevel", ticket.suggestedLevel());
        json.put("queue", ticket.queue());
        json.put("queuePosition", ticket.queuePosition());
        json.put("contract", ticket.contract());
        json.put("organisation", ticket.organisation());
        json.put("contact", ticket.contact() == null ? null : ticket.contact().email());
        json.put("assignee", ticket.assignee() == null ? null : ticket.assignee().account());
        json.put("withCustomer", ticket.withCustomer());
        json.put("manager", ticket.manager() == null ? null : ticket.manager().account());
        json.put("channel", ticket.channel());
        json.put("summary", ticket.summary());
        json.put("description", ticket.description());
        json.put("service", ticket.service());
        json.put("environment", ticket.environment());
        json.put("fields", ticket.fields());
        json.put("holdReason", ticket.holdReason());
        json.put("holdUntil", text(ticket.holdUntil()));
        json.put("missing", ticket.missing());
        json.put("receivedAt", text(ticket.receivedAt()));
        json.put("responseDue", text(ticket.responseDue()));
        json.put("respondedAt", text(ticket.respondedAt()));
        json.put("updateDue", text(ticket.updateDue()));
        json.put("resolutionDue", text(ticket.resolutionDue()));
        json.put("resolvedAt", text(ticket.resolvedAt()));
        json.put("closedAt", text(ticket.closedAt()));
        json.put("updatedAt", text(ticket.updatedAt()));
        json.put("rejections", ticket.rejections());
        json.put("breached", ticket.breached());
        json.put("resolution", ticket.resolution());
        json.put("acceptance", ticket.acceptance());
        json.put("duplicateOf", ticket.duplicateOf());
        json.put("transferredTo", ticket.transferredTo());
        json.put("endReason", ticket.endReason());
        json.put("withVendorSince", text(ticket.withVendorSince()));
        json.put("legalActions", ticket.legalActions().stream().map(TicketAction::verb).toList());
        return json;
    }

    static Map<String, Object> of(TicketRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", row.number());
        json.put("kind", row.kind());
        json.put("state", row.state());
        json.put("priority", row.priority());
        json.put("level", row.level());
        json.put("category", row.category());
        json.put("queue", row.contract() + "/" + row.level());
        json.put("queuePosition", row.queuePosition());
        json.put("contract", row.contract());
        json.put("organisation", row.organisation());
        json.put("summary", row.summary());
        json.put("assignee", row.assignee());
        json.put("receivedAt", text(row.receivedAt()));
        json.put("responseDue", text(row.responseDue()));
        json.put("respondedAt", text(row.respondedAt()));
        json.put("resolutionDue", text(row.resolutionDue()));
        json.put("resolvedAt", text(row.resolvedAt()));
        json.put("updatedAt", text(row.updatedAt()));
        return json;
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
