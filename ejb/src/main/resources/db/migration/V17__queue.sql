-- The order of arrival, who was taken before his turn, and who had to wait for it. Rows of the last two are never changed.
-- A queue is a contract's tickets of one level; those who wait in it have no assignee.
CREATE INDEX ticket_in_line ON ticket (contract_id, level, assignee_id, id);

-- While a ticket is taken out of a queue, one of these rows is held, always the same for the same queue: so whoever takes one knows who waits.
CREATE TABLE queue_turn (
  id             BIGINT                   NOT NULL PRIMARY KEY
);
INSERT INTO queue_turn (id) VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18),
  (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31);
GRANT SELECT, UPDATE ON queue_turn TO ${app};

CREATE TABLE overtaking (
  id                 BIGINT                   NOT NULL PRIMARY KEY,
  ticket_id          BIGINT                   NOT NULL,
  contract_id        BIGINT                   NOT NULL,
  level              VARCHAR(10)              NOT NULL CHECK (level IN ('L1', 'L2', 'L3', 'VENDOR')),
  -- The order that the contract said then.
  queue_order        VARCHAR(10)              NOT NULL CHECK (queue_order IN ('RECEIVED', 'PRIORITY')),
  overtaken          BIGINT                   NOT NULL CHECK (overtaken > 0),
  first_overtaken_id BIGINT                   NOT NULL REFERENCES ticket (id),
  taken_by_id        BIGINT                   NOT NULL REFERENCES account (id),
  taken_at           TIMESTAMP WITH TIME ZONE NOT NULL,
  reason             VARCHAR(2000),
  FOREIGN KEY (ticket_id, contract_id) REFERENCES ticket (id, contract_id),
  CONSTRAINT overtaking_passes_who_came_before CHECK (first_overtaken_id < ticket_id),
  CONSTRAINT overtaking_of_the_first_has_a_reason CHECK (queue_order = 'PRIORITY' OR reason IS NOT NULL)
);
CREATE INDEX overtaking_by_ticket ON overtaking (ticket_id, id);
CREATE INDEX overtaking_by_queue ON overtaking (contract_id, level, taken_at, id);
GRANT SELECT, INSERT ON overtaking TO ${app};

CREATE TABLE overtaken_ticket (
  overtaking_id      BIGINT                   NOT NULL REFERENCES overtaking (id),
  ticket_id          BIGINT                   NOT NULL REFERENCES ticket (id),
  PRIMARY KEY (overtaking_id, ticket_id)
);
CREATE INDEX overtaken_ticket_by_ticket ON overtaken_ticket (ticket_id, overtaking_id);
GRANT SELECT, INSERT ON overtaken_ticket TO ${app};
