package org.countersign.quality.model;

/**
 * A single sampling plan by attributes, ready to use: arrows are resolved, and the sample is never larger than the lot.
 *
 * @param codeLetter the letter that lot size and inspection level give
 * @param useLetter  the letter whose plan is used after following the arrows; usually the same
 * @param sampleSize number of items to draw; the lot size where the whole lot is inspected
 * @param accept     acceptance number Ac: up to this count the lot is accepted
 * @param reject     rejection number Re: from this count on the lot is not accepted
 * @param inspectAll whether the whole lot is inspected because the tabulated sample is not smaller than the lot; Ac and Re
 *                   stay those of the table
 */
public record SamplingPlan(CodeLetter codeLetter, CodeLetter useLetter, int sampleSize, int accept, int reject,
        boolean inspectAll) {

    public SamplingPlan {
        if (sampleSize < 1 || accept < 0 || reject <= accept) {
            throw new IllegalArgumentException("no plan: n " + sampleSize + ", Ac " + accept + ", Re " + reject);
        }
    }

    /**
     * Whether a count falls between Ac and Re. Only plans of reduced inspection under MIL-STD-105E have such a gap: there the
     * lot is accepted, and normal inspection is reinstated.
     */
    public boolean isInGap(int nonconforming) {
        return nonconforming > accept && nonconforming < reject;
    }

    SamplingPlan limitedTo(long lotSize) {
        return sampleSize < lotSize ? this
                : new SamplingPlan(codeLetter, useLetter, Math.toIntExact(lotSize), accept, reject, true);
    }
}
