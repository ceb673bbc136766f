package org.countersign.testing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.countersign.customer.jollyday.JollydayHolidays;
import org.countersign.customer.model.AgreementText;
import org.countersign.customer.model.PublicHolidays;
import org.countersign.customer.yaml.YamlAgreementText;
import org.countersign.escalation.service.EscalationAnnouncer;
import org.countersign.ticket.service.OpenVendorCases;
import org.countersign.vendor.model.VendorCases;
import org.countersign.ticket.service.TermsFollower;

/**
 * Puts services together as the container would, without one: fills their injected fields, and the fields of what is injected. An interface
 * {@code org.countersign.<area>.<room>.Things} is implemented by {@code org.countersign.<area>.persistence.JpaThings} unless
 * {@link #bind bound}. Roles and transactions are not applied: tests call services inside {@link TestDatabase#inTransaction}.
 */
public final class Wiring {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-16T09:00:00Z"));
    private final RecordedEvents events = new RecordedEvents();
    private final Map<Class<?>, Object> instances = new HashMap<>();
    private String callerName = "anonymous";

    public Wiring(TestDatabase database) {
        bind(EntityManager.class, database.entityManager());
        bind(Clock.class, clock);
        bind(Event.class, events);
        bind(SessionContext.class, sessionContext());
        bind(AgreementText.class, new YamlAgreementText());
        bind(PublicHolidays.class, new JollydayHolidays());
        bind(OpenVendorCases.class, ticketId -> ((OpenVendorCases) get(VendorCases.class)).openOf(ticketId));
        bind(TermsFollower.class, (ticket, version, revision) -> {});
        bind(EscalationAnnouncer.class, fired -> {});
    }

    /** Monday, 16 November 2026, 09:00 UTC, until moved. */
    public MovableClock clock() {
        return clock;
    }

    public RecordedEvents events() {
        return events;
    }

    /** From now on the account with this name calls. */
    public Wiring calledBy(String accountName) {
        callerName = accountName;
        return this;
    }

    /** Uses {@code instance} wherever {@code type} is asked for; {@code null} where the test does not get that far. */
    public <T> Wiring bind(Class<T> type, T instance) {
        instances.put(type, instance);
        return this;
    }

    /** The one instance of the type, made at the first call. */
    public synchronized <T> T get(Class<T> type) {
        Object instance = instances.get(type);
        if (instance == null && !instances.containsKey(type)) {
            instance = create(type.isInterface() ? implementation(type) : type);
            instances.put(type, instance);
            inject(instance);
        }
        return type.cast(instance);
    }

    private static Class<?> implementation(Class<?> port) {
        String area = port.getPackageName().substring(0, port.getPackageName().lastIndexOf('.'));
        try {
            return Class.forName(area + ".persistence.Jpa" + port.getSimpleName());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("Bind an implementation of " + port.getName(), e);
        }
    }

    private static Object create(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be made: " + e.getMessage(), e);
        }
    }

    private void inject(Object instance) {
        for (Class<?> type = instance.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)
                        || field.isAnnotationPresent(EJB.class)
                        || field.isAnnotationPresent(PersistenceContext.class)
                        || field.isAnnotationPresent(Resource.class)) {
                    set(field, instance);
                }
            }
        }
    }

    private void set(Field field, Object instance) {
        field.setAccessible(true);
        try {
            field.set(instance, get(field.getType()));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(field + " cannot be set", e);
        }
    }

    private SessionContext sessionContext() {
        Principal caller = () -> callerName;
        return (SessionContext) Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(), new Class<?>[] {SessionContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getCallerPrincipal")) {
                        return caller;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
