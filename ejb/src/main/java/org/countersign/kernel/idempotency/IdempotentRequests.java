package org.countersign.kernel.idempotency;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * Remembers the first answer to a request that carried an {@code Idempotency-Key}. The key is claimed and the answer kept in the transaction
 * of the work itself, so that after a crash either both are there or neither is.
 */
@Stateless
@PermitAll
public class IdempotentRequests {

    @Resource(lookup = "java:jboss/datasources/Countersign")
    private DataSource database;

    @Inject
    private Clock clock;

    /** An answer as it was given. */
    public record Answer(int status, String location, String etag, String body) {}

    /**
     * The first answer for this key, if it was given before.
     *
     * @param fingerprint SHA-256 of method, path and body
     * @throws BusinessRuleViolation {@code idempotency-key-reused} when the key was used for another request
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Answer> find(String account, String key, String fingerprint) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT fingerprint, status, location, etag, body FROM idempotent_request"
                                + " WHERE account_id = (SELECT id FROM account WHERE name = ?) AND request_key = ?")) {
            query.setString(1, account);
            query.setString(2, key);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(1).equals(fingerprint)) {
                    throw BusinessRuleViolation.invalid("Idempotency-Key", "idempotency-key-reused");
                }
                return Optional.of(new Answer(row.getInt(2), row.getString(3), row.getString(4), row.getString(5)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Claims the key inside the caller's transaction. A second request with the same key waits here until the first has ended, and then
     * fails.
     *
     * @return whether the key is now ours
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean claim(String account, String key, String fingerprint) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO idempotent_request (account_id, request_key, fingerprint, created_at)"
                                + " SELECT id, ?, ?, ? FROM account WHERE name = ?")) {
            insert.setString(1, key);
            insert.setString(2, fingerprint);
            insert.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setString(4, account);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("23")) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the answer, inside the same transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void keep(String account, String key, Answer answer) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE idempotent_request SET status = ?, location = ?, etag = ?, body = ?"
                                + " WHERE account_id = (SELECT id FROM account WHERE name = ?) AND request_key = ?")) {
            update.setInt(1, answer.status());
            update.setString(2, answer.location());
            update.setString(3, answer.etag());
            update.setString(4, answer.body());
            update.setString(5, account);
            update.setString(6, key);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
