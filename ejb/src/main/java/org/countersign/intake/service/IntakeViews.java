package org.countersign.intake.service;

import java.util.List;
import java.util.Optional;
import org.countersign.intake.model.IntakeOutcome;

/** Read-only projections of messages and mailboxes; each answers with a fixed number of statements. */
public interface IntakeViews {

    /**
     * A page, newest first, one row beyond {@code limit} when there is more.
     *
     * @param outcomes only these; empty for all
     * @param after cursor of the row before, or {@code null}
     */
    List<InboundRow> list(List<IntakeOutcome> outcomes, int limit, String after);

    long count(List<IntakeOutcome> outcomes);

    Optional<InboundRow> row(long id);

    Optional<InboundFacts> facts(long id);

    /**
     * Mailboxes by address.
     *
     * @param text part of address, name or contract, or {@code null} for all
     * @param afterAddress the last one that was read, or {@code null}
     */
    List<MailboxRow> mailboxes(String text, String afterAddress, int limit);
}
