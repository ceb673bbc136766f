package org.countersign.rota.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;
import org.countersign.kernel.Input;

/**
 * The order in which people are on duty for the contracts that it covers. It is opened without a span, published for one, and revised as
 * often as needed: a revision says anew what is from an instant on and leaves alone what was before. While a published span lasts, there is
 * always exactly one responsible and one backup. When a span has run out, the next publication begins a new one.
 */
@Entity
public class Rota extends DomainEntity {

    /** How long before the end of the published span people are warned of it. */
    public static final Duration NOTICE = Duration.ofDays(14);

    private String code;
    private String name;
    private String zone;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    private int revision;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected Rota() {}

    /**
     * @param zone IANA name of the zone on whose clock people read the plan
     * @throws BusinessRuleViolation as {@link Input} refuses
     */
    public static Rota open(String code, String name, String zone) {
        Rota rota = new Rota();
        rota.code = Input.code("code", code);
        rota.describe(name, zone);
        return rota;
    }

    /** @throws BusinessRuleViolation as {@link Input} refuses */
    public void describe(String newName, String newZone) {
        name = Input.line("name", newName, 200);
        zone = Input.zone("zone", newZone);
    }

    /**
     * A sound plan is in force from its beginning on.
     *
     * @return the number of the revision, which grows with each
     */
    public int publish(RotaPlan plan, Instant now) {
        startsAt = startWith(plan, now);
        endsAt = plan.until();
        publishedAt = now;
        revision++;
        return revision;
    }

    /** Where the published span would begin if a plan were published now. */
    public Instant startWith(RotaPlan plan, Instant now) {
        return isLapsedAt(now) || plan.from().isBefore(startsAt) ? plan.from() : startsAt;
    }

    /** Whether nothing is published for the time to come. */
    public boolean isLapsedAt(Instant now) {
        return endsAt == null || !endsAt.isAfter(now);
    }

    /** Whether it is time to publish how it goes on: the published span ends soon, or has ended. */
    public boolean endsSoon(Instant now) {
        return endsAt != null && !endsAt.isAfter(now.plus(NOTICE));
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** First instant of the published span, or {@code null} before the first publication. */
    public Instant startsAt() {
        return startsAt;
    }

    /** First instant after the published span, or {@code null} before the first publication. */
    public Instant endsAt() {
        return endsAt;
    }

    public int revision() {
        return revision;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
