package org.countersign.intake.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All mailboxes of this installation. */
public interface Mailboxes {

    void add(Mailbox mailbox);

    Optional<Mailbox> byId(long id);

    /** The mailbox as it is now, locked until the transaction ends: one change of it at a time, and none while a poll is recorded. */
    Optional<Mailbox> lock(String address);

    /** @param addresses in lower case, without sub-addresses */
    List<Mailbox> byAddresses(Collection<String> addresses);

    /** The contract's first mailbox. */
    Optional<Mailbox> ofContract(long contractId);

    /** All, by address. */
    List<Mailbox> all();
}
