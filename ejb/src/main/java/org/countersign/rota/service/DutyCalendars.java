package org.countersign.rota.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.TokenSecret;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.identity.service.SignIn;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.model.DutyCalendarWriter;
import org.countersign.rota.model.DutyCalendarWriter.Entry;
import org.countersign.rota.model.DutyFeed;
import org.countersign.rota.model.DutyFeeds;
import org.countersign.rota.model.RotaEvent.DutyFeedOpened;
import org.countersign.rota.model.RotaEvent.DutyFeedRevoked;

/**
 * A person's duties as an iCalendar document, for the person, or for a calendar program that knows the person's secret address. The document
 * tells nothing but when the person has which duty: no other names, no notes, no tickets.
 */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class DutyCalendars {

    /** How long a duty that is over stays in the calendar. */
    private static final Duration KEPT = Duration.ofDays(28);

    @Inject
    private PublishedPlans plans;

    @Inject
    private DutyFeeds feeds;

    @Inject
    private SignIn signIn;

    @Inject
    private DutyCalendarWriter writer;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** The caller's duties. */
    public String mine() {
        return calendar(currentCaller.get());
    }

    /**
     * The duties of whose secret this is; nothing for a secret that nobody has, that was revoked, or whose owner's account is not active.
     * Whoever knows the secret may read: that is what it is for.
     */
    @PermitAll
    public Optional<String> bySecret(String secret) {
        return feeds.byHash(TokenSecret.hash(secret)).flatMap(feed -> signIn.byAccount(feed.accountId())).map(this::calendar);
    }

    /**
     * A new secret address for the caller; the one before is closed.
     *
     * @return the secret, which is shown this once
     */
    public String open() {
        Caller caller = currentCaller.get();
        Instant now = clock.instant();
        close(caller, now);
        String secret = TokenSecret.generate();
        feeds.add(new DutyFeed(caller.accountId(), secret, now));
        events.fire(new DutyFeedOpened(caller.name()));
        return secret;
    }

    /** Closes the caller's secret address, if there is one. */
    public void revoke() {
        close(currentCaller.get(), clock.instant());
    }

    /** Since when the caller has a secret address; nothing without one. */
    public Optional<Instant> openSince() {
        return feeds.ofAccount(currentCaller.get().accountId()).stream().findFirst().map(DutyFeed::createdAt);
    }

    private void close(Caller caller, Instant now) {
        List<DutyFeed> open = feeds.ofAccount(caller.accountId());
        if (!open.isEmpty()) {
            open.forEach(feed -> feed.revoke(now));
            events.fire(new DutyFeedRevoked(caller.name()));
        }
    }

    private String calendar(Caller caller) {
        return writer.write(
                caller.language(),
                plans.dutiesOf(caller.accountId(), clock.instant().minus(KEPT)).stream()
                        .map(duty -> new Entry(
                                "duty-" + duty.rota().id() + "-" + caller.accountId() + "-" + duty.duty().from().getEpochSecond(),
                                duty.revision() - 1,
                                duty.duty().from(),
                                duty.duty().until(),
                                duty.duty().backup() == caller.accountId(),
                                duty.rota().name(),
                                duty.changedAt()))
                        .toList());
    }
}
