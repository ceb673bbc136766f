package org.countersign.benchmark;

/**
 * How much is measured. {@code -Dbenchmark.tiny} only tries whether everything works; its figures mean nothing.
 *
 * @param starts starts on a database that is there already
 * @param rounds how often the alternatives take turns
 * @param seconds of one turn
 * @param warmUpSeconds before the first turn
 * @param small tickets of the smaller database of the page measurement
 * @param large of the larger
 * @param pageTurn requests of a page in one turn
 * @param pageWarmUp requests of a page before the first turn
 * @param fewOpen open tickets of the smaller database of the sweep's measurement
 * @param manyOpen of the larger
 * @param due escalations that one sweep fires
 * @param sweeps that are measured, after those that warm up; all together fire no more than there are open tickets in the smaller database
 */
record Sizes(
        int starts, int tickets, int rounds, int seconds, int warmUpSeconds, int small, int large, int pageTurn, int pageWarmUp,
        int fewOpen, int manyOpen, int due, int sweeps) {

    static boolean isTiny() {
        return Boolean.getBoolean("benchmark.tiny") || "".equals(System.getProperty("benchmark.tiny"));
    }

    static Sizes configured() {
        return isTiny()
                ? new Sizes(1, 50, 1, 2, 1, 200, 2_000, 10, 5, 200, 2_000, 50, 1)
                : new Sizes(5, 1_000, 5, 10, 20, 1_000, 100_000, 100, 300, 10_000, 1_000_000, 1_000, 7);
    }
}
