package org.countersign.kernel;

import java.util.concurrent.atomic.AtomicLong;

/** Gives entities the ids that a database would give. */
public final class GivenIds {

    private static final AtomicLong NEXT = new AtomicLong(1);

    private GivenIds() {}

    public static <T> T give(T entity) {
        for (Class<?> type = entity.getClass(); type != null; type = type.getSuperclass()) {
            try {
                var id = type.getDeclaredField("id");
                id.setAccessible(true);
                id.set(entity, NEXT.getAndIncrement());
                return entity;
            } catch (NoSuchFieldException inASuperclass) {
                continue;
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalArgumentException(entity.getClass() + " has no id");
    }
}
