package org.countersign.kernel.persistence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Tells EclipseLink in which order a transaction's rows are written. Areas point at each other with plain ids, which EclipseLink does not
 * see as references, so it would write a row before the one that its foreign key needs. The order stands in
 * {@code META-INF/insert-order.txt}.
 */
public class InsertOrder implements SessionCustomizer {

    private static final String RESOURCE = "/META-INF/insert-order.txt";

    @Override
    public void customize(Session session) {
        List<String> tables = tables();
        List<ClassDescriptor> ordered = session.getDescriptors().values().stream()
                .filter(descriptor -> !descriptor.isAggregateDescriptor() && !descriptor.getTableNames().isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt((ClassDescriptor descriptor) -> position(tables, descriptor))
                        .thenComparing(ClassDescriptor::getJavaClassName))
                .toList();
        for (int i = 1; i < ordered.size(); i++) {
            ordered.get(i).addConstraintDependency(ordered.get(i - 1).getJavaClass());
        }
    }

    private static int position(List<String> tables, ClassDescriptor descriptor) {
        int position = tables.indexOf(((String) descriptor.getTableNames().get(0)).toLowerCase(Locale.ROOT));
        return position < 0 ? tables.size() : position;
    }

    private static List<String> tables() {
        try (InputStream in = InsertOrder.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
