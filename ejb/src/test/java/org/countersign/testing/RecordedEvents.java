package org.countersign.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.countersign.kernel.DomainEvent;

/** Collects the events that services fire, and hands them to the observers that a test adds. */
public final class RecordedEvents implements Event<DomainEvent> {

    private final List<DomainEvent> fired = new ArrayList<>();
    private final List<Observer> observers = new ArrayList<>();

    private record Observer(int priority, Consumer<DomainEvent> consumer) {}

    /** Everything fired so far, in order. */
    public List<DomainEvent> fired() {
        return List.copyOf(fired);
    }

    /** The events of one type, in order. */
    public <E extends DomainEvent> List<E> fired(Class<E> type) {
        return fired.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public void forget() {
        fired.clear();
    }

    public void observe(Consumer<DomainEvent> observer) {
        observe(ObserverMethod.DEFAULT_PRIORITY, observer);
    }

    private void observe(int priority, Consumer<DomainEvent> observer) {
        observers.add(new Observer(priority, observer));
        observers.sort(Comparator.comparingInt(Observer::priority));
    }

    /** Hands each event to the methods of {@code bean} that observe it, as the container would: in the order of their priorities. */
    public void observeBy(Object bean) {
        for (Method method : bean.getClass().getDeclaredMethods()) {
            boolean observer = method.getParameterCount() == 1
                    && Arrays.stream(method.getParameterAnnotations()[0]).anyMatch(Observes.class::isInstance);
            if (observer) {
                method.setAccessible(true);
                Priority priority = method.getParameters()[0].getAnnotation(Priority.class);
                observe(priority == null ? ObserverMethod.DEFAULT_PRIORITY : priority.value(), event -> {
                    if (method.getParameterTypes()[0].isInstance(event)) {
                        call(bean, method, event);
                    }
                });
            }
        }
    }

    private static void call(Object bean, Method method, DomainEvent event) {
        try {
            method.invoke(bean, event);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void fire(DomainEvent event) {
        fired.add(event);
        List.copyOf(observers).forEach(observer -> observer.consumer().accept(event));
    }

    @Override
    public <U extends DomainEvent> CompletionStage<U> fireAsync(U event) {
        throw new UnsupportedOperationException("Domain events belong to the transaction that made them true");
    }

    @Override
    public <U extends DomainEvent> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        return fireAsync(event);
    }

    @Override
    public Event<DomainEvent> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <U extends DomainEvent> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        return (Event<U>) this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <U extends DomainEvent> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        return (Event<U>) this;
    }
}
