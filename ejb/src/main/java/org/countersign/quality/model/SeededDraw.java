package org.countersign.quality.model;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * A simple random sample without replacement that anybody can draw again from its seed.
 *
 * <p>Method ({@value #METHOD}), after R. Rivest's {@code sampler.py} (2011), as used in election audits: the picks are, for
 * k = 1, 2, 3, …,
 * <pre>pick(k) = 1 + SHA-256(seed + "," + k) mod N</pre>
 * with k in decimal, the text in UTF-8 and the hash read as an unsigned big-endian integer; a position that was picked
 * before is passed over, until n positions are found. So a larger sample from the same seed begins with the smaller one.
 * In Python: {@code 1 + int(hashlib.sha256(f"{seed},{k}".encode()).hexdigest(), 16) % N}.
 *
 * <p>The seed must be settled by someone who does not yet know which position an item will have; the population is sealed by
 * {@link Population#hash()}.
 *
 * @param seed           the seed, taken as it is, every character counting
 * @param populationSize N, the number of items in the lot
 * @param positions      the positions drawn, 1 to N, in the order of drawing
 * @param hashesUsed     how many picks it took, repeated ones included
 */
public record SeededDraw(String seed, int populationSize, List<Integer> positions, int hashesUsed) {

    /** The name of the method, recorded beside every sample. */
    public static final String METHOD = "RIVEST-SHA-256";

    public SeededDraw {
        positions = List.copyOf(positions);
    }

    /**
     * Draws a sample.
     *
     * @param seed           any text that is not blank
     * @param populationSize N, at least 1
     * @param sampleSize     n, 1 to N
     * @throws BusinessRuleViolation {@code draw-seed-missing}, {@code nothing-to-inspect}, or
     *                               {@code sample-size-out-of-range}
     */
    public static SeededDraw of(String seed, int populationSize, int sampleSize) {
        if (seed == null || seed.isBlank()) {
            throw BusinessRuleViolation.invalid("seed", "draw-seed-missing");
        }
        if (populationSize < 1) {
            throw BusinessRuleViolation.invalid("lotSize", "nothing-to-inspect", String.valueOf(populationSize));
        }
        if (sampleSize < 1 || sampleSize > populationSize) {
            throw BusinessRuleViolation.invalid("sampleSize", "sample-size-out-of-range", String.valueOf(sampleSize),
                    String.valueOf(populationSize));
        }
        Set<Integer> drawn = new LinkedHashSet<>();
        int k = 0;
        while (drawn.size() < sampleSize) {
            k++;
            drawn.add(pick(seed, k, populationSize));
        }
        return new SeededDraw(seed, populationSize, List.copyOf(drawn), k);
    }

    static int pick(String seed, int k, int populationSize) {
        BigInteger hash = new BigInteger(1, Sha256.of(seed + "," + k));
        return 1 + hash.mod(BigInteger.valueOf(populationSize)).intValue();
    }
}
