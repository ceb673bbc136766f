-- Escalation by contract: what is to happen to a ticket, when, and that it happened once.

-- Since when somebody has to take the ticket; empty while somebody has it, or nobody may yet.
ALTER TABLE ticket ADD COLUMN unassigned_since TIMESTAMP WITH TIME ZONE;
-- Who answers for it by name.
ALTER TABLE ticket ADD COLUMN manager_id BIGINT REFERENCES account (id);

-- One row for each rule and occasion of a ticket; the occasion says which time it is where a rule may apply again: which wait for the next
-- word to the customer, which level that nobody takes the ticket at.
CREATE TABLE escalation (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  ticket_id       BIGINT                   NOT NULL REFERENCES ticket (id),
  contract_id     BIGINT                   NOT NULL REFERENCES contract (id),
  -- The version of the contract that says so, and of its calendar.
  contract_version INTEGER                 NOT NULL,
  calendar_revision INTEGER                NOT NULL,
  rule            VARCHAR(40)              NOT NULL,
  occasion        INTEGER                  NOT NULL,
  state           VARCHAR(10)              NOT NULL CHECK (state IN ('WAITING', 'FIRED', 'MOOT')),
  -- Empty while the clock that it counts by is halted.
  due_at          TIMESTAMP WITH TIME ZONE,
  -- Why it has no due instant, or does not fire any more.
  reason          VARCHAR(30),
  -- When the sweep looks at it next; empty for all that is not to be looked at, so that the sweep reads what is due and nothing else.
  next_attempt_at TIMESTAMP WITH TIME ZONE,
  attempts        INTEGER                  NOT NULL,
  last_error      VARCHAR(500),
  settled_at      TIMESTAMP WITH TIME ZONE,
  -- Which of the ticket's escalations it was; the order does not depend on any clock.
  ordinal         INTEGER,
  raised_to       VARCHAR(10)              CHECK (raised_to IN ('L2', 'L3')),
  notified        VARCHAR(100),
  manager_id      BIGINT                   REFERENCES account (id),
  call_out_id     BIGINT                   REFERENCES call_out (id),
  version         BIGINT                   NOT NULL,
  UNIQUE (ticket_id, rule, occasion),
  UNIQUE (ticket_id, ordinal),
  CONSTRAINT escalation_looked_at_while_it_waits CHECK (next_attempt_at IS NULL OR (state = 'WAITING' AND due_at IS NOT NULL)),
  CONSTRAINT escalation_is_not_forgotten CHECK (state <> 'WAITING' OR due_at IS NULL OR next_attempt_at IS NOT NULL),
  CONSTRAINT escalation_fired_in_order CHECK ((state = 'FIRED') = (ordinal IS NOT NULL)),
  CONSTRAINT escalation_settled_at_some_time CHECK ((state = 'WAITING') = (settled_at IS NULL))
);
CREATE INDEX escalation_due ON escalation (next_attempt_at, id);
CREATE INDEX escalation_by_state ON escalation (state, settled_at, id);
GRANT SELECT, INSERT, UPDATE ON escalation TO ${app};
