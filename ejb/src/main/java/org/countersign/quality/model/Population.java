package org.countersign.quality.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * The items of a lot, in the one order that gives each its position, and the hash that seals who was in it.
 *
 * <p>Canonical form: the ticket numbers in ascending order of their UTF-8 bytes, each followed by one line feed (U+000A), with
 * nothing else between, before or after. {@link #hash()} is the SHA-256 of these bytes in lower-case hexadecimal. With the
 * numbers one a line in a file, {@code LC_ALL=C sort numbers.txt | sha256sum} gives the same. Position 1 is the first number
 * of that order.
 *
 * @param ticketNumbers the numbers in canonical order, none twice
 */
public record Population(List<String> ticketNumbers) {

    /**
     * Puts the numbers in canonical order; the order given does not matter.
     *
     * @throws BusinessRuleViolation {@code nothing-to-inspect} if there is none, {@code ticket-number-twice}, or
     *                               {@code ticket-number-malformed} if one is blank or contains a control character, which
     *                               would make the canonical form ambiguous
     */
    public static Population of(Collection<String> ticketNumbers) {
        return new Population(List.copyOf(ticketNumbers));
    }

    /** As {@link #of}. */
    public Population {
        if (ticketNumbers.isEmpty()) {
            throw BusinessRuleViolation.invalid("lotSize", "nothing-to-inspect", "0");
        }
        List<String> sorted = new ArrayList<>(ticketNumbers);
        sorted.forEach(Population::requireOneLine);
        sorted.sort((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).equals(sorted.get(i - 1))) {
                throw BusinessRuleViolation.invalid("ticketNumbers", "ticket-number-twice", sorted.get(i));
            }
        }
        ticketNumbers = List.copyOf(sorted);
    }

    private static void requireOneLine(String number) {
        if (number.isBlank() || number.chars().anyMatch(Character::isISOControl)) {
            throw BusinessRuleViolation.invalid("ticketNumbers", "ticket-number-malformed", number);
        }
    }

    private static byte[] utf8(String number) {
        return number.getBytes(StandardCharsets.UTF_8);
    }

    /** Number of items, the lot size N. */
    public int size() {
        return ticketNumbers.size();
    }

    /** SHA-256 of the canonical form, 64 lower-case hexadecimal digits. */
    public String hash() {
        return HexFormat.of().formatHex(Sha256.of(String.join("\n", ticketNumbers) + "\n"));
    }

    /** Draws positions for a sample of this population. */
    public SeededDraw draw(String seed, int sampleSize) {
        return SeededDraw.of(seed, size(), sampleSize);
    }

    /**
     * The ticket numbers at the positions of a draw, in the order of drawing.
     *
     * @throws IllegalArgumentException if the draw was made for a population of another size
     */
    public List<String> sample(SeededDraw draw) {
        if (draw.populationSize() != size()) {
            throw new IllegalArgumentException("drawn from " + draw.populationSize() + " items, not " + size());
        }
        return draw.positions().stream().map(position -> ticketNumbers.get(position - 1)).toList();
    }
}
