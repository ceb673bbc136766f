package org.countersign.quality.model;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * The master tables of single sampling plans: lot size, inspection level, AQL and severity in, {@link SamplingPlan} out.
 *
 * <p>Sources, all 16 rows and 26 columns of each table with arrows resolved (1,248 cells a scheme):
 * <table>
 * <caption>Where each table comes from and what confirms it</caption>
 * <tr><th>table</th><th>standard</th><th>confirmed by</th></tr>
 * <tr><td>normal</td><td>ISO 2859-1:1999 table 2-A = MIL-STD-105E table II-A</td><td>every cell by two independent
 * transcriptions: the R package AQLSchemes (J. Lawson; MIL-STD-105E, ANSI/ASQ Z1.4) and an open table of
 * GB/T 2828.1-2012 (identical to ISO 2859-1:1999); acceptance numbers also by the R package Planesmuestra, from
 * D. C. Montgomery's <i>Introduction to Statistical Quality Control</i></td></tr>
 * <tr><td>tightened, MIL-STD-105E</td><td>table II-B</td><td>the same; letter A, AQL 10 is an arrow, its rejection
 * number by one source</td></tr>
 * <tr><td>tightened, ISO</td><td>table 2-B</td><td>the same; letter A, AQL 10 is a plan (n 2, 0/1), by the GB/T 2828.1 table
 * only</td></tr>
 * <tr><td>reduced, MIL-STD-105E</td><td>table II-C</td><td>sample sizes and acceptance numbers by two sources (AQLSchemes,
 * Planesmuestra); of the rejection numbers 185 cells by two, the others by AQLSchemes, most of them on a diagonal that NBR
 * 5426 table 4 shows</td></tr>
 * <tr><td>reduced, ISO</td><td>table 2-C</td><td>167 cells by two sources; 249 by the GB/T 2828.1 table only, where they keep
 * the diagonal order of the standard</td></tr>
 * </table>
 */
public final class SamplingTables {

    private static final MasterTable NORMAL = MasterTable.read("single-normal.txt");
    private static final MasterTable TIGHTENED_ISO = MasterTable.read("single-tightened-iso-2859-1.txt");
    private static final MasterTable TIGHTENED_MIL = MasterTable.read("single-tightened-mil-std-105e.txt");
    private static final MasterTable REDUCED_ISO = MasterTable.read("single-reduced-iso-2859-1.txt");
    private static final MasterTable REDUCED_MIL = MasterTable.read("single-reduced-mil-std-105e.txt");

    private SamplingTables() {
    }

    /**
     * The plan for a lot. Where the tabulated sample size equals or exceeds the lot size, the whole lot is inspected with
     * the same acceptance and rejection number.
     *
     * @param lotSize number of items in the lot, at least 1
     * @throws BusinessRuleViolation {@code nothing-to-inspect} if the lot is empty
     */
    public static SamplingPlan plan(long lotSize, InspectionLevel level, Aql aql, Inspection inspection,
            SamplingScheme scheme) {
        return plan(CodeLetter.of(lotSize, level), aql, inspection, scheme).limitedTo(lotSize);
    }

    /** The plan as the table has it, for a lot of any size larger than the sample. */
    static SamplingPlan plan(CodeLetter letter, Aql aql, Inspection inspection, SamplingScheme scheme) {
        return table(inspection, scheme).plan(letter, aql);
    }

    private static MasterTable table(Inspection inspection, SamplingScheme scheme) {
        boolean iso = scheme == SamplingScheme.ISO_2859_1;
        return switch (inspection) {
            case NORMAL -> NORMAL;
            case TIGHTENED -> iso ? TIGHTENED_ISO : TIGHTENED_MIL;
            case REDUCED -> iso ? REDUCED_ISO : REDUCED_MIL;
        };
    }
}
