package org.countersign.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CausesTest {

    static Stream<Throwable> away() {
        RollbackException commit = new RollbackException("could not commit");
        commit.addSuppressed(new SQLException("An I/O error occurred", "08006"));
        return Stream.of(
                new EJBException(new PersistenceException(new SQLException("Connection refused", "08001"))),
                new EJBException(new PersistenceException(new SQLException("terminating connection", "57P01"))),
                new EJBException(new PersistenceException(new SQLException("the database system is starting up", "57P03"))),
                new PersistenceException(new SQLException(new ResourceException("no connection within the time limit"))),
                new EJBException(commit));
    }

    @ParameterizedTest
    @MethodSource
    void away(Throwable failure) {
        assertThat(Causes.databaseAway(failure)).isTrue();
    }

    static Stream<Throwable> ownFault() {
        return Stream.of(
                new EJBException(new PersistenceException(new SQLException("unique violation", "23505"))),
                new SQLException("no state"),
                new IllegalStateException("a defect"),
                BusinessRuleViolation.stale("CS-1"));
    }

    @ParameterizedTest
    @MethodSource
    void ownFault(Throwable failure) {
        assertThat(Causes.databaseAway(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "40P01"})
    void what_two_wrote_at_once_has_changed_meanwhile(String state) {
        RollbackException commit = new RollbackException("could not commit");
        commit.addSuppressed(new SQLException("the same once more", state));
        assertThat(Causes.writtenAtOnce(new EJBException(commit))).isTrue();
        assertThat(Causes.writtenAtOnce(new EJBException(new SQLException("not null", "23502")))).isFalse();
        assertThat(Causes.unwrap(new EJBException(commit)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("changed-meanwhile"));
        assertThat(Causes.unwrap(new EJBException(new PersistenceException(new SQLException("not null", "23502")))))
                .isInstanceOf(EJBException.class);
    }

    @Test
    void a_failure_that_is_its_own_suppressed_cause_in_a_circle_is_looked_at_and_left() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.addSuppressed(other);

        assertThat(Causes.databaseAway(one)).isFalse();
    }
}
