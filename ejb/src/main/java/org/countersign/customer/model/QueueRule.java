package org.countersign.customer.model;

import java.util.Map;

/** In which order the tickets of a queue are taken. */
public record QueueRule(QueueOrder order) {

    static final String[] MEMBERS = {"order"};

    /** By priority. */
    public static final QueueRule USUAL = new QueueRule(QueueOrder.PRIORITY);

    static QueueRule of(AgreementForm form) {
        return new QueueRule(form.constant("order", QueueOrder.class));
    }

    Map<String, Object> toMap() {
        return Map.of("order", order.name());
    }
}
