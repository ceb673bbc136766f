package org.countersign.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.countersign.journey.support.DatabaseAddress;

/**
 * Fills a furnished PostgreSQL database with tickets, past the application: a tenth open, the rest ended, spread over two years; each with
 * three messages, four audit entries and one sent mail.
 */
final class Mass {

    private static final long FIRST_ID = 1_000_000_000L;

    private Mass() {}

    static String number(int i) {
        return "M-" + i;
    }

    static void fill(DatabaseAddress database, int tickets) throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            String i = " FROM generate_series(1, " + tickets + ") AS i";
            statement.execute("INSERT INTO ticket (id, number, contract_id, organisation_id, contact_id, kind, state, channel, summary,"
                    + " description, impact, urgency, priority, level, assignee_id, fields, received_at, response_due,"
                    + " responded_at, resolution_due, end_reason, rejections, updated_at, due_order, contract_version, calendar_revision, version)"
                    + " SELECT " + FIRST_ID + " + i, 'M-' || i, 4, 1, 2, 'INCIDENT',"
                    + " CASE WHEN i % 10 > 0 THEN 'WITHDRAWN' WHEN i % 3 = 0 THEN 'NEW' WHEN i % 3 = 1 THEN 'IN_PROGRESS' ELSE 'ON_HOLD' END,"
                    + " 'API', 'Report number ' || i, repeat('What was seen, in the words of who saw it. ', 10), 'MEDIUM', 'LOW', 'P4',"
                    + " CASE WHEN i % 7 = 0 THEN 'L2' ELSE 'L1' END, CASE WHEN i % 30 = 10 THEN 5 END, '{}',"
                    + " now() - (i % 730) * interval '1 day', now() - (i % 730) * interval '1 day' + interval '4 hours',"
                    + " CASE WHEN i % 10 > 0 THEN now() - (i % 730) * interval '1 day' + interval '1 hour' END,"
                    + " now() - (i % 730) * interval '1 day' + interval '4 days', CASE WHEN i % 10 > 0 THEN 'Gone by itself' END, 0,"
                    + " now() - (i % 730) * interval '1 day',"
                    + " CASE WHEN i % 10 > 0 THEN TIMESTAMP WITH TIME ZONE '9999-12-31 00:00:00+00'"
                    + " ELSE now() - (i % 730) * interval '1 day' + interval '4 days' END, 1, 1, 1" + i);
            // The log of which the clock is read.
            statement.execute("INSERT INTO clock_event (id, ticket_id, ordinal, kind, occurred_at, ticket_kind, impact, urgency)"
                    + " SELECT " + FIRST_ID + " + i, " + FIRST_ID + " + i, 0, 'RECEIVED', now() - (i % 730) * interval '1 day',"
                    + " 'INCIDENT', 'MEDIUM', 'LOW'" + i);
            statement.execute("INSERT INTO ticket_message (id, ticket_id, contact_id, visibility, channel, text, posted_at)"
                    + " SELECT " + FIRST_ID + " + 10 * i + m, " + FIRST_ID + " + i, 2, 'PUBLIC', 'API', repeat('One more word. ', 20),"
                    + " now() - (i % 730) * interval '1 day' + m * interval '1 hour'" + i + ", generate_series(1, 3) AS m");
            statement.execute("INSERT INTO audit_entry (id, contract_id, occurred_at, actor, address, action, subject_type, subject_id, facts)"
                    + " SELECT " + FIRST_ID + " + 10 * i + m, 4, now() - (i % 730) * interval '1 day' + m * interval '1 hour', 'l1',"
                    + " '127.0.0.1', CASE WHEN m = 1 THEN 'TicketRegistered' ELSE 'MessagePosted' END, 'ticket', 'M-' || i,"
                    + " '{\"visibility\":\"PUBLIC\",\"channel\":\"API\"}'" + i + ", generate_series(1, 4) AS m");
            statement.execute("INSERT INTO outbox_message (id, message_id, contract_id, ticket_id, template, sender, sender_name, recipient,"
                    + " recipient_name, language, subject, body, state, attempts, created_at, give_up_at, sent_at, version)"
                    + " SELECT " + FIRST_ID + " + i, '<M-' || i || '@desk.example>', 4, " + FIRST_ID + " + i, 'TICKET_REGISTERED',"
                    + " 'support@desk.example', 'Support', 'reporter@customer.example', 'Reporter', 'en', 'Registered', repeat('Thanks. ', 60),"
                    + " 'SENT', 1, now() - (i % 730) * interval '1 day', now(), now(), 1" + i);
            statement.execute("ANALYZE");
        }
    }
}
