package org.countersign.rota.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaEvent.SwapAsked;
import org.countersign.rota.model.RotaEvent.SwapDecided;
import org.countersign.rota.model.RotaPlan;
import org.countersign.rota.model.Rotas;
import org.countersign.rota.model.Swap;

/** Two people change places: one asks, the other agrees, and the rota is another at once. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class RotaSwaps {

    @Inject
    private Rotas rotas;

    @Inject
    private RotaRevisions revisions;

    @Inject
    private RotaPeople people;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Asks for a swap. What a manager asks for somebody is agreed at once. The same asked again while it waits is the same swap: agreed to
     * twice, it would undo itself.
     *
     * @return the swap's id
     * @throws BusinessRuleViolation {@code swap-past}, {@code swap-nothing} when neither has a duty there, {@code swap-with-oneself},
     *     {@code swap-not-yours} when an agent asks for somebody else, {@code rota-person-unknown}, {@code not-found}; {@code rota-absent}
     *     when one of the two is away then
     */
    public long ask(AskSwap command) {
        Instant now = clock.instant();
        Caller caller = currentCaller.get();
        boolean forSomebody = command.account() != null && !command.account().strip().equals(caller.name());
        if (forSomebody && !leads(caller)) {
            throw BusinessRuleViolation.forbidden("swap-not-yours");
        }
        Rota rota = lock(command.rota());
        long asking = people.agent("account", forSomebody ? command.account() : caller.name());
        Swap swap = Swap.ask(
                rota.id(), asking, people.agent("with", command.with()), command.from(), command.until(), command.backFrom(),
                command.backUntil(), now);
        check(rota, swap, now);
        Optional<Swap> asked = rotas.swapsAsked(rota.id(), now).stream().filter(swap::asksTheSameAs).findFirst();
        if (asked.isEmpty()) {
            rotas.add(swap);
            rotas.flush();
            events.fire(new SwapAsked(
                    rota.code(), swap.id(), people.account(asking), people.account(swap.withId()), swap.from(), swap.until(), swap.backFrom(),
                    swap.backUntil()));
        }
        Swap waiting = asked.orElse(swap);
        if (forSomebody) {
            agree(rota, waiting, caller, now);
        }
        return waiting.id();
    }

    /**
     * The other agrees, or a manager does.
     *
     * @throws BusinessRuleViolation {@code swap-not-yours}, {@code swap-decided}, {@code swap-past}, {@code swap-nothing},
     *     {@code rota-absent}, {@code rota-person-unknown}, {@code not-found}
     */
    public void agree(String rotaCode, long swapId) {
        Caller caller = currentCaller.get();
        Rota rota = lock(rotaCode);
        Swap swap = swap(rota, swapId);
        requireOneOf(caller, swap.withId());
        agree(rota, swap, caller, clock.instant());
    }

    /** @throws BusinessRuleViolation {@code swap-not-yours}, {@code swap-decided}, {@code not-found} */
    public void decline(String rotaCode, long swapId) {
        Caller caller = currentCaller.get();
        Rota rota = lock(rotaCode);
        Swap swap = swap(rota, swapId);
        requireOneOf(caller, swap.withId());
        swap.decline(caller.accountId(), clock.instant());
        tell(rota, swap, caller);
    }

    /** @throws BusinessRuleViolation {@code swap-not-yours}, {@code swap-decided}, {@code not-found} */
    public void withdraw(String rotaCode, long swapId) {
        Caller caller = currentCaller.get();
        Rota rota = lock(rotaCode);
        Swap swap = swap(rota, swapId);
        requireOneOf(caller, swap.askedById());
        swap.withdraw(caller.accountId(), clock.instant());
        tell(rota, swap, caller);
    }

    private void agree(Rota rota, Swap swap, Caller caller, Instant now) {
        swap.agree(caller.accountId(), now);
        // Either may have stopped being an agent since it was asked.
        people.requireAgent("account", swap.askedById());
        people.requireAgent("with", swap.withId());
        RotaPlan published = revisions.published(rota, now);
        RotaPlan swapped = swap.in(published);
        requireChange(published, swapped);
        revisions.revise(rota, swapped.within(now, swapped.until()), "swap", now);
        tell(rota, swap, caller);
    }

    private void check(Rota rota, Swap swap, Instant now) {
        RotaPlan published = revisions.published(rota, now);
        RotaPlan swapped = swap.in(published);
        requireChange(published, swapped);
        swapped.requireSound(revisions.aways(now, swapped.until()), rota.zone(), people::name);
    }

    private static void requireChange(RotaPlan before, RotaPlan after) {
        if (before.equals(after)) {
            throw BusinessRuleViolation.invalid("from", "swap-nothing");
        }
    }

    private void tell(Rota rota, Swap swap, Caller by) {
        events.fire(new SwapDecided(
                rota.code(), swap.id(), swap.state(), people.account(swap.askedById()), people.account(swap.withId()), by.name(), swap.from(),
                swap.until()));
    }

    private Rota lock(String code) {
        return rotas.lock(code == null ? "" : code).orElseThrow(() -> BusinessRuleViolation.notFound("rota", code));
    }

    private Swap swap(Rota rota, long id) {
        return rotas.lockSwap(id)
                .filter(swap -> swap.rotaId() == rota.id())
                .orElseThrow(() -> BusinessRuleViolation.notFound("swap", id));
    }

    private static void requireOneOf(Caller caller, long account) {
        if (caller.accountId() != account && !leads(caller)) {
            throw BusinessRuleViolation.forbidden("swap-not-yours");
        }
    }

    private static boolean leads(Caller caller) {
        return caller.has(Role.MANAGER) || caller.has(Role.ADMIN);
    }

    /** A swap as people see it. */
    static SwapView view(Swap swap, String rota, RotaPeople people) {
        return new SwapView(
                swap.id(), rota, people.view(swap.askedById()), people.view(swap.withId()), swap.from(), swap.until(), swap.backFrom(),
                swap.backUntil(), swap.state(), swap.askedAt());
    }
}
