package org.countersign.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.countersign.kernel.schema.SchemaMigration;

/** A migrated database with the product's mappings; the application's side of it runs as the application's own role. */
public final class TestDatabase implements AutoCloseable {

    /** The role that the migrations grant to. */
    public static final String APPLICATION_ROLE = "countersign_app";

    private final Database kind;
    private final DataSource owner;
    private final DataSource application;
    private final Runnable drop;
    private final StatementCounter statements;
    private final ThreadLocal<Deque<EntityManager>> transactions = ThreadLocal.withInitial(ArrayDeque::new);
    private final EntityManager current;
    private EntityManagerFactory factory;

    TestDatabase(Database kind, DataSource owner, DataSource application, Runnable drop) {
        this.kind = kind;
        this.owner = owner;
        this.application = application;
        this.drop = drop;
        this.statements = new StatementCounter();
        this.current = (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    EntityManager manager = transactions.get().peek();
                    if (manager == null) {
                        throw new IllegalStateException("No transaction: wrap the call in TestDatabase.inTransaction");
                    }
                    try {
                        return method.invoke(manager, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        new SchemaMigration(owner, APPLICATION_ROLE, APPLICATION_ROLE).run();
    }

    public Database kind() {
        return kind;
    }

    /** Connects as the owner of the tables. */
    public DataSource owner() {
        return owner;
    }

    /** Connects as the application's role, which has the rights that the migrations grant and no others. */
    public DataSource application() {
        return application;
    }

    /** Counts the statements of {@link #entityManager()}. */
    public StatementCounter statements() {
        return statements;
    }

    /** Entity managers of the product's mappings, on connections of the application's role. */
    public synchronized EntityManagerFactory entityManagerFactory() {
        if (factory == null) {
            Map<String, Object> properties = new HashMap<>();
            properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
            properties.put("jakarta.persistence.jtaDataSource", "");
            properties.put("jakarta.persistence.nonJtaDataSource", statements.counting(application));
            properties.put("eclipselink.session-name", UUID.randomUUID().toString());
            factory = Persistence.createEntityManagerFactory("countersign", properties);
        }
        return factory;
    }

    /** The entity manager of the running transaction, as a container would inject it. */
    public EntityManager entityManager() {
        return current;
    }

    /** Joins the running transaction, or commits one of its own; what is thrown rolls it back. */
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.get().isEmpty() ? inNewTransaction(work) : work.get();
    }

    /** {@link #inTransaction(Supplier)} without a result. */
    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** A transaction of its own beside the running one, as {@code REQUIRES_NEW} makes it. */
    public <T> T inNewTransaction(Supplier<T> work) {
        EntityManager manager = entityManagerFactory().createEntityManager();
        transactions.get().push(manager);
        try {
            manager.getTransaction().begin();
            T result = work.get();
            manager.getTransaction().commit();
            return result;
        } finally {
            transactions.get().pop();
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    /** One statement of the application's role, past the application; an {@link Instant} becomes a time of the database. */
    public int executeAsApplication(String sql, Object... parameters) throws SQLException {
        return execute(application, sql, parameters);
    }

    /** One statement of the owner, who may do everything: what somebody with the database's password could do. */
    public int executeAsOwner(String sql, Object... parameters) throws SQLException {
        return execute(owner, sql, parameters);
    }

    private static int execute(DataSource dataSource, String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Object parameter = parameters[i];
                statement.setObject(
                        i + 1, parameter instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : parameter);
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
        drop.run();
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
