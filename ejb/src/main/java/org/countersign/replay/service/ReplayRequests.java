package org.countersign.replay.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.countersign.customer.model.AgreementDraft;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.AgreementDrafts;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;
import org.countersign.replay.model.Replay;
import org.countersign.replay.model.ReplayRequested;
import org.countersign.replay.model.Replays;

/** Takes down what service managers want replayed. */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class ReplayRequests {

    private static final int LONGEST_LIST_OF_CHANGES = 4000;

    @Inject
    private Replays replays;

    @Inject
    private AgreementDrafts drafts;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Checks what is to be replayed and writes it down; the work itself is a job's.
     *
     * @return the replay's id; of a second click, that of the first
     * @throws BusinessRuleViolation {@code not-found}, those of {@link AgreementDrafts#read} and of {@link Replay#requirePeriod}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long request(RequestReplay request) {
        ContractTerms terms = customers.contract(request.contract());
        String key = Input.optionalLine("key", request.key(), 60);
        Optional<Long> asked = key == null ? Optional.empty() : replays.byKey(key);
        if (asked.isPresent()) {
            return asked.get();
        }
        Instant now = clock.instant();
        Replay.requirePeriod(request.from(), request.to(), now);
        AgreementDraft draft = drafts.read(request.agreement(), request.hours(), request.from());
        String changes = shortened(String.join("\n", drafts.changes(terms.agreement(), draft)));
        Replay replay = new Replay(terms.id(), request.from(), request.to(), draft, changes, CallContext.actor(), key, now);
        replays.add(replay);
        events.fire(new ReplayRequested(terms.id(), terms.code(), replay.id(), replay.from(), replay.to(), changes));
        return replay.id();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LIST_OF_CHANGES ? text : text.substring(0, LONGEST_LIST_OF_CHANGES) + " …";
    }
}
