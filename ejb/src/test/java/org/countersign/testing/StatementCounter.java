package org.countersign.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Remembers the statements that a data source's connections executed; a batch is one. Numbers drawn from a sequence are left out. */
public final class StatementCounter {

    private final List<String> executed = new CopyOnWriteArrayList<>();

    /** How many statements {@code work} executes. */
    public int count(Runnable work) {
        return during(work).size();
    }

    /** The statements that {@code work} executes, in order. */
    public List<String> during(Runnable work) {
        executed.clear();
        work.run();
        return new ArrayList<>(executed);
    }

    DataSource counting(DataSource dataSource) {
        return wrap(DataSource.class, dataSource, null);
    }

    private <T> T wrap(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                remember(sql != null ? sql : (String) arguments[0]);
            }
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (method.getName().equals("getConnection") && target instanceof DataSource) {
                return wrap(Connection.class, (Connection) result, null);
            }
            if (result instanceof PreparedStatement prepared && target instanceof Connection) {
                return wrap(PreparedStatement.class, prepared, (String) arguments[0]);
            }
            if (result instanceof Statement statement && target instanceof Connection) {
                return wrap(Statement.class, statement, null);
            }
            return result;
        }));
    }

    private void remember(String sql) {
        // How often a block of ids runs out depends on the tests before.
        if (!sql.contains("entity_seq") && !sql.contains("ticket_seq")) {
            executed.add(sql);
        }
    }
}
