package org.countersign.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Values of one measurement. */
final class Sample {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return percentile(50);
    }

    /** The smallest value that at least {@code percent} of all do not exceed. */
    double percentile(double percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    int size() {
        return values.size();
    }
}
