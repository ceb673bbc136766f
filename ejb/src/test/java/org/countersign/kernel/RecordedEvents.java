package org.countersign.kernel;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Remembers what a service fired. */
public final class RecordedEvents implements Event<DomainEvent> {

    private final List<DomainEvent> fired = new ArrayList<>();

    public List<DomainEvent> fired() {
        return fired;
    }

    @Override
    public void fire(DomainEvent event) {
        fired.add(event);
    }

    @Override
    public <U extends DomainEvent> CompletionStage<U> fireAsync(U event) {
        throw new UnsupportedOperationException("Events belong into the transaction");
    }

    @Override
    public <U extends DomainEvent> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        throw new UnsupportedOperationException("Events belong into the transaction");
    }

    @Override
    public Event<DomainEvent> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends DomainEvent> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends DomainEvent> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
