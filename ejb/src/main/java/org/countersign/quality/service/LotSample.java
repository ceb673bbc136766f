package org.countersign.quality.service;

import java.time.Instant;
import java.util.List;
import org.countersign.kernel.IsoWeek;

/**
 * The sample of a lot with what is needed to draw it again.
 *
 * @param populationHash SHA-256 that seals who was in the lot
 * @param items the drawn tickets in the order of drawing
 */
public record LotSample(
        long lot,
        String contract,
        IsoWeek week,
        int lotSize,
        String populationHash,
        String seed,
        String method,
        int sampleSize,
        List<Item> items) {

    /**
     * A drawn ticket.
     *
     * @param review id under which its review is given
     * @param position the ticket's position in the population, from 1
     * @param reviewed whether the review was given
     * @param nonconformities characteristics not fulfilled; {@code null} until reviewed
     * @param reviewer display name, or {@code null}
     */
    public record Item(
            long review,
            int order,
            int position,
            String ticket,
            String summary,
            boolean reviewed,
            Integer nonconformities,
            String reviewer,
            Instant reviewedAt) {

        /** Whether the review found a nonconformity. */
        public boolean nonconforming() {
            return nonconformities != null && nonconformities > 0;
        }
    }
}
