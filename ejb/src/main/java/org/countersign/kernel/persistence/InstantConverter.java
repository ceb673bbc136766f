package org.countersign.kernel.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.persistence.internal.databaseaccess.BindCallCustomParameter;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.sessions.AbstractSession;

/**
 * Every {@link Instant} of an entity is a {@code TIMESTAMP WITH TIME ZONE}. EclipseLink would write an {@code Instant} as a serialised
 * object and an {@code OffsetDateTime} as a local time of the server's zone, in which an hour of every autumn happens twice; so the value
 * is bound to the statement by ourselves, as an offset date-time in UTC.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Object> {

    @Override
    public Object convertToDatabaseColumn(Instant instant) {
        return new Parameter(instant);
    }

    @Override
    public Instant convertToEntityAttribute(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof Parameter parameter) {
            return parameter.instant;
        }
        throw new IllegalArgumentException("Not an instant of the database: " + value.getClass());
    }

    /** Binds itself, past EclipseLink's own conversion of date and time types. */
    public static final class Parameter extends BindCallCustomParameter {

        private static final long serialVersionUID = 1L;

        private final Instant instant;

        Parameter(Instant instant) {
            super(instant);
            this.instant = instant;
        }

        @Override
        public void set(DatabasePlatform platform, PreparedStatement statement, int index, AbstractSession session)
                throws SQLException {
            if (instant == null) {
                statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
            } else {
                statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Parameter parameter && java.util.Objects.equals(instant, parameter.instant);
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hashCode(instant);
        }

        @Override
        public String toString() {
            return String.valueOf(instant);
        }
    }
}
