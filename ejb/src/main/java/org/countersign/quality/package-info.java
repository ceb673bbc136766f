/**
 * Quality control of closed work by sampling, as the service level agreement sets it.
 *
 * <p>What the area promises: interventions follow ISO 9001 processes (M68) and each process has a quality control separate
 * from it (M69); a Quality Engineer controls regularly (M70), under a procedure that the agreement fixes (M71). The work
 * closed in a period forms an inspection <em>lot</em>; from its size, the <em>inspection level</em> and the
 * <em>acceptance quality limit</em> (AQL) follow the <em>sample size code letter</em> and the <em>single sampling plan</em>;
 * the sample is drawn so that anybody can draw it again; every drawn item is reviewed; the count of nonconforming items
 * decides whether the lot is accepted, and the verdicts decide, by the <em>switching rules</em>, how the next lot is
 * inspected: normal, tightened, reduced, or not at all until corrective action was taken. Sampling informs about a lot as a
 * whole; it never reopens or changes the tickets in it.
 *
 * <p>Terms and rules are those of ISO 2859-1:1999, <i>Sampling procedures for inspection by attributes, Part 1: Sampling
 * schemes indexed by acceptance quality limit (AQL) for lot-by-lot inspection</i>; MIL-STD-105E, on which ANSI/ASQ Z1.4
 * rests, is offered as a second scheme. The decision is about the lot, so the words are "accepted" and "not accepted",
 * never "rejected".
 *
 * <p>The mathematics in {@code model} consists of immutable values and knows neither database nor clock:
 * <ul>
 * <li>{@link org.countersign.quality.model.SamplingTables}: lot size to plan, arrows resolved;</li>
 * <li>{@link org.countersign.quality.model.Population} and {@link org.countersign.quality.model.SeededDraw}: who was in the
 *     lot, and which of them are in the sample;</li>
 * <li>{@link org.countersign.quality.model.InspectionResult}: reviews to verdict;</li>
 * <li>{@link org.countersign.quality.model.SwitchingRules} and
 *     {@link org.countersign.quality.model.InspectionHistory}: lot by lot to the inspection in force.</li>
 * </ul>
 */
package org.countersign.quality;
