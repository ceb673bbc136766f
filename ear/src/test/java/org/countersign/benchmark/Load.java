package org.countersign.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The same work by several at once. */
final class Load {

    private Load() {}

    /** Each worker repeats its work until the time is over; answers how often per second all of them together did it. */
    static double perSecond(List<? extends Runnable> workers, int seconds) {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            List<Future<Long>> counts = new ArrayList<>();
            for (Runnable worker : workers) {
                counts.add(threads.submit(() -> {
                    long count = 0;
                    while (System.nanoTime() < end) {
                        worker.run();
                        count++;
                    }
                    return count;
                }));
            }
            long sum = 0;
            for (Future<Long> count : counts) {
                sum += count.get();
            }
            return sum / ((System.nanoTime() - begin) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    static <T> List<T> of(int number, Supplier<T> worker) {
        List<T> workers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            workers.add(worker.get());
        }
        return workers;
    }
}
