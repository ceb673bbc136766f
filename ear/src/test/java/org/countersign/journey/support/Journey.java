package org.countersign.journey.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that uses the running application. All journeys of a JVM on the same kind of database share one server, a demo with both
 * add-ons, and one mail server; constructors and test methods may take a {@link CountersignServer}, a {@link Browser} or a
 * {@link MailServer} as parameter.
 *
 * <pre>{@code
 * @Journey
 * class AcceptanceIT {
 *     @Test
 *     void a_rejected_resolution_reopens_the_ticket(CountersignServer server, Browser browser) { … }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedServers.class)
public @interface Journey {

    DatabaseKind value() default DatabaseKind.POSTGRESQL;
}
