package org.countersign.customer.model;

import java.time.LocalDate;

/**
 * What decides which targets a ticket has, beside its priority.
 *
 * @param kind one of {@link AgreementVocabulary#KINDS}
 * @param channel by which the report came in, one of {@link AgreementVocabulary#CHANNELS}
 * @param service that it is about, or {@code null}
 * @param received day of the receipt in the zone of the contract's calendar
 */
public record TicketTraits(String kind, String channel, String service, LocalDate received) {}
