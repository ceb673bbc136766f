package org.countersign.quality.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.countersign.kernel.IsoWeek;

/**
 * The tickets of a contract that closed in one week, submitted for inspection.
 *
 * <p>A lot is drawn once: the population is sealed by its hash, then the seed is chosen, and from the two follows the sample.
 * None of it changes afterwards. The sample is reviewed ticket by ticket ({@link QualityReview}), {@link LotProgress} counts,
 * and the last review brings the {@link LotDecision}, with which the lot is {@link LotState#DECIDED}.
 */
@Entity
@Table(name = "inspection_lot")
public class InspectionLot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "iso_week")
    private String week;

    @Column(name = "period_from")
    private Instant periodFrom;

    @Column(name = "period_until")
    private Instant periodUntil;

    @Column(name = "cut_off_at")
    private Instant cutOffAt;

    @Enumerated(EnumType.STRING)
    private SamplingScheme scheme;

    @Column(name = "inspection_level")
    private String level;

    private String aql;

    @Enumerated(EnumType.STRING)
    private InspectionRegime regime;

    @Column(name = "lot_size")
    private int lotSize;

    @Column(name = "population_hash")
    private String populationHash;

    private String seed;

    @Column(name = "draw_method")
    private String method;

    @Enumerated(EnumType.STRING)
    @Column(name = "code_letter")
    private CodeLetter codeLetter;

    @Enumerated(EnumType.STRING)
    @Column(name = "use_letter")
    private CodeLetter useLetter;

    @Column(name = "sample_size")
    private int sampleSize;

    @Column(name = "accept_number")
    private int accept;

    @Column(name = "reject_number")
    private int reject;

    @Column(name = "inspect_all")
    private boolean inspectAll;

    @Column(name = "drawn_at")
    private Instant drawnAt;

    @Column(name = "drawn_for")
    private String drawnFor;

    protected InspectionLot() {
    }

    /**
     * Draws a lot.
     *
     * @param regime   what is in force for it by the switching rules; not {@link InspectionRegime#DISCONTINUED}
     * @param seed     chosen at random after the population was settled
     * @param drawnFor who or what asked for it
     * @throws IllegalArgumentException while inspection is discontinued
     */
    public static InspectionLot draw(LotTerms terms, LotPeriod period, Population population, InspectionRegime regime,
            String seed, Instant now, String drawnFor) {
        Inspection inspection = regime.inspection()
                .orElseThrow(() -> new IllegalArgumentException("no lot is submitted while inspection is discontinued"));
        SamplingPlan plan = SamplingTables.plan(population.size(), terms.level(), terms.aql(), inspection, terms.scheme());
        InspectionLot lot = new InspectionLot();
        lot.contractId = terms.contractId();
        lot.week = period.week().toString();
        lot.periodFrom = period.from();
        lot.periodUntil = period.until();
        lot.cutOffAt = period.cutOffAt();
        lot.scheme = terms.scheme();
        lot.level = terms.level().label();
        lot.aql = terms.aql().label();
        lot.regime = regime;
        lot.lotSize = population.size();
        lot.populationHash = population.hash();
        lot.seed = population.draw(seed, plan.sampleSize()).seed();
        lot.method = SeededDraw.METHOD;
        lot.codeLetter = plan.codeLetter();
        lot.useLetter = plan.useLetter();
        lot.sampleSize = plan.sampleSize();
        lot.accept = plan.accept();
        lot.reject = plan.reject();
        lot.inspectAll = plan.inspectAll();
        lot.drawnAt = now;
        lot.drawnFor = drawnFor;
        return lot;
    }

    /** Draws the sample again from the recorded seed. */
    public SeededDraw redraw() {
        return SeededDraw.of(seed, lotSize, sampleSize);
    }

    public SamplingPlan plan() {
        return new SamplingPlan(codeLetter, useLetter, sampleSize, accept, reject, inspectAll);
    }

    public Long id() {
        return id;
    }

    public long contractId() {
        return contractId;
    }

    public IsoWeek week() {
        return IsoWeek.parse(week);
    }

    public Instant periodFrom() {
        return periodFrom;
    }

    public Instant periodUntil() {
        return periodUntil;
    }

    /** When the week was cut off, or {@code null} when it had ended. */
    public Instant cutOffAt() {
        return cutOffAt;
    }

    public SamplingScheme scheme() {
        return scheme;
    }

    public InspectionLevel level() {
        return InspectionLevel.of(level);
    }

    public Aql aql() {
        return Aql.of(aql);
    }

    public InspectionRegime regime() {
        return regime;
    }

    public int lotSize() {
        return lotSize;
    }

    /** As {@link Population#hash()}. */
    public String populationHash() {
        return populationHash;
    }

    public String seed() {
        return seed;
    }

    public String method() {
        return method;
    }

    public Instant drawnAt() {
        return drawnAt;
    }

    public String drawnFor() {
        return drawnFor;
    }
}
