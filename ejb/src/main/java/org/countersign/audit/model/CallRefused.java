package org.countersign.audit.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.kernel.DomainEvent;

/**
 * A call that was refused, recorded although everything else about it was rolled back.
 *
 * @param call what was called, e.g. {@code TicketResolution.accept} or {@code GET /api/v1/outbox}
 * @param rule code of the rule, e.g. {@code acceptance-not-authorised}
 * @param about what the rule's text speaks of, e.g. {@code ticket CS-100001}; may be empty
 * @param unrecorded how many refusals of the same actor were left out since the last record
 */
public record CallRefused(String call, String rule, String about, int unrecorded) implements DomainEvent {

    private static final int MAXIMUM = 500;

    @Override
    public Long contractId() {
        return null;
    }

    @Override
    public String subjectType() {
        return "call";
    }

    @Override
    public String subjectId() {
        return cut(call, 80);
    }

    @Override
    public String action() {
        return "Refused";
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rule", cut(rule, 100));
        facts.put("about", cut(about, MAXIMUM));
        facts.put("unrecorded", unrecorded);
        return facts;
    }

    // What was refused may have come from anywhere and be of any length.
    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
