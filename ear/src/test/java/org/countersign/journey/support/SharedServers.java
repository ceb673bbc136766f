package org.countersign.journey.support;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts what a {@link Journey} asks for when it first asks, and shows the server's last words when a journey fails. */
public final class SharedServers implements ParameterResolver, TestWatcher {

    private static final Map<DatabaseKind, CountersignServer> SERVERS = new EnumMap<>(DatabaseKind.class);
    private static MailServer mail;
    private static Browser browser;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == CountersignServer.class || type == MailServer.class || type == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == MailServer.class) {
            return mail();
        }
        return type == Browser.class ? browser() : server(kind(context));
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        synchronized (SharedServers.class) {
            CountersignServer server = SERVERS.get(kind(context));
            if (server != null) {
                System.err.println("The server's log when " + context.getDisplayName() + " failed:\n" + server.logTail());
            }
        }
    }

    private static DatabaseKind kind(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Journey.class, context.getEnclosingTestClasses())
                .map(Journey::value)
                .orElseThrow(() -> new IllegalStateException("@Journey is missing on " + context.getRequiredTestClass()));
    }

    private static synchronized CountersignServer server(DatabaseKind kind) {
        return SERVERS.computeIfAbsent(kind, k -> CountersignServer.on(k).mail(mail()).start());
    }

    private static synchronized MailServer mail() {
        if (mail == null) {
            mail = MailServer.start();
        }
        return mail;
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            browser = Browser.launch();
            Runtime.getRuntime().addShutdownHook(new Thread(browser::close, "close-browser"));
        }
        return browser;
    }
}
