package org.countersign.customer.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What is owed for one thing that was promised and not kept: for each breach, or by how the whole month went.
 *
 * <pre>{@code
 * - {code: RESPONSE-P1, measure: RESPONSE, priorities: [P1], perBreach: {amount: 100.00}}
 * - code: RESOLUTIONS
 *   measure: RESOLUTION
 *   tiers: [{below: 95, percent: 5}, {below: 90, percent: 10}]
 * - code: UPTIME
 *   measure: AVAILABILITY
 *   service: Policy administration      # left out: every service with an agreed availability, one by one
 *   tiers: [{below: 99.9, percent: 10}, {below: 99, percent: 25}]
 * }</pre>
 *
 * @param code by which the ledger names the clause
 * @param priorities of the tickets that it is about; empty for all
 * @param service that it is about, or {@code null} for all with an agreed availability
 * @param perBreach owed for each breach, or {@code null}
 * @param tiers by the month's percentage, highest first; empty where each breach counts
 */
public record PenaltyClause(
        String code, PenaltyMeasure measure, List<String> priorities, String service, PenaltyAmount perBreach, List<PenaltyTier> tiers) {

    static final String[] MEMBERS = {"code", "measure", "priorities", "service", "perBreach", "tiers"};

    public PenaltyClause {
        priorities = List.copyOf(priorities);
        tiers = List.copyOf(tiers);
    }

    static PenaltyClause of(AgreementForm form, List<AvailabilityTarget> availability, BigDecimal base, int digits) {
        PenaltyMeasure measure = form.constant("measure", PenaltyMeasure.class);
        boolean ofService = measure == PenaltyMeasure.AVAILABILITY;
        if (form.has(ofService ? "priorities" : "service")) {
            String member = ofService ? "priorities" : "service";
            throw BusinessRuleViolation.invalid(form.at(member), "penalty-member-of-other-measure", member, measure.name());
        }
        if (form.has("perBreach") == form.has("tiers")) {
            throw BusinessRuleViolation.invalid(form.place(), "penalty-per-breach-or-tiers");
        }
        return new PenaltyClause(
                form.code("code"),
                measure,
                form.words("priorities", AgreementVocabulary.PRIORITIES),
                ofService ? service(form, availability) : null,
                form.optionalForm("perBreach", "amount", "percent").map(each -> PenaltyAmount.of(each, digits)).orElse(null),
                tiers(form, base, digits));
    }

    private static String service(AgreementForm form, List<AvailabilityTarget> availability) {
        if (availability.isEmpty()) {
            throw BusinessRuleViolation.invalid(form.at("measure"), "penalty-without-availability");
        }
        if (!form.has("service")) {
            return null;
        }
        String name = form.line("service", 100);
        return availability.stream()
                .filter(target -> target.isFor(name))
                .map(AvailabilityTarget::service)
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.invalid(
                        form.at("service"),
                        "penalty-service-unknown",
                        name,
                        String.join(", ", availability.stream().map(AvailabilityTarget::service).toList())));
    }

    /** From the highest threshold down, and never owing less for a worse month: so that there is one tier for each month. */
    private static List<PenaltyTier> tiers(AgreementForm form, BigDecimal base, int digits) {
        List<PenaltyTier> tiers = new ArrayList<>();
        for (AgreementForm one : form.forms("tiers", PenaltyTier.MEMBERS)) {
            BigDecimal below = one.number("below");
            if (below.signum() == 0 || below.compareTo(PenaltyTier.WHOLE) > 0) {
                throw BusinessRuleViolation.invalid(one.at("below"), "penalty-percent-out-of-range", below.toPlainString());
            }
            PenaltyTier tier = new PenaltyTier(below, PenaltyAmount.of(one, digits));
            if (!tiers.isEmpty()) {
                PenaltyTier before = tiers.get(tiers.size() - 1);
                if (below.compareTo(before.below()) >= 0) {
                    throw BusinessRuleViolation.invalid(
                            one.at("below"), "penalty-tiers-overlap", below.toPlainString(), before.below().toPlainString());
                }
                if (money(tier, base, digits).compareTo(money(before, base, digits)) < 0) {
                    throw BusinessRuleViolation.invalid(
                            one.place(), "penalty-tier-owes-less", below.toPlainString(), before.below().toPlainString());
                }
            }
            tiers.add(tier);
        }
        return tiers;
    }

    private static BigDecimal money(PenaltyTier tier, BigDecimal base, int digits) {
        return tier.credit().of(base, digits, RoundingMode.HALF_UP);
    }

    /** A clause about a target that the contract promises to none of these tickets would never apply. */
    void requirePromised(String place, List<TargetSet> targets) {
        boolean promised = measure.target()
                .map(target -> targets.stream()
                        .flatMap(set -> set.priorities().entrySet().stream())
                        .filter(entry -> prioritiesMeant().contains(entry.getKey()))
                        .anyMatch(entry -> entry.getValue().of(target).isPresent()))
                .orElse(true);
        if (!promised) {
            throw BusinessRuleViolation.invalid(place, "penalty-without-target", measure.name());
        }
    }

    /** The tier of a month of which it is known below which percentages it stayed: the lowest of them. */
    public Optional<PenaltyTier> tier(Predicate<BigDecimal> stayedBelow) {
        return tiers.stream().filter(tier -> stayedBelow.test(tier.below())).reduce((higher, lower) -> lower);
    }

    /** The priorities that it is about, all of them spelled out. */
    public List<String> prioritiesMeant() {
        return priorities.isEmpty() ? AgreementVocabulary.PRIORITIES : priorities;
    }

    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", code);
        map.put("measure", measure.name());
        if (!priorities.isEmpty()) {
            map.put("priorities", priorities);
        }
        if (service != null) {
            map.put("service", service);
        }
        if (perBreach != null) {
            Map<String, Object> each = new LinkedHashMap<>();
            perBreach.writeInto(each);
            map.put("perBreach", each);
        } else {
            map.put("tiers", tiers.stream().map(PenaltyTier::toMap).toList());
        }
        return map;
    }
}
