/**
 * Who is on duty, at every instant: rotas that cover contracts with one responsible and one different backup (M53, M54), swaps, absences and
 * handover notes, the calendar of each person's duties, and call-outs with their acknowledgement.
 *
 * <p>A rota is published for a span of time. Inside it there is neither a gap nor an overlap, and nobody is responsible and backup at once:
 * what would break that is refused with the place named. A shift begins at an instant, which belongs to it, and lasts until the next one
 * begins. Each change is a revision of the whole plan from an instant on; what was before stays.
 *
 * <p>Publishes {@link org.countersign.rota.model.RotaEvent}s.
 */
package org.countersign.rota;
