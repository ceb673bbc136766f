-- Past tickets of a contract under another agreement: what was, and what would have been. Nothing of the tickets is changed by it.
CREATE TABLE replay (
  id                BIGINT                   NOT NULL PRIMARY KEY,
  contract_id       BIGINT                   NOT NULL REFERENCES contract (id),
  from_at           TIMESTAMP WITH TIME ZONE NOT NULL,
  to_at             TIMESTAMP WITH TIME ZONE NOT NULL,
  -- The changed agreement, and its hours: given with it, or those of its calendar up to a recording.
  document          VARCHAR(200000)          NOT NULL,
  hours             VARCHAR(200000),
  calendar_revision INTEGER,
  -- Against the agreement in force when it was asked for.
  changes           VARCHAR(4100)            NOT NULL,
  requested_by      VARCHAR(200)             NOT NULL,
  -- What tells a second click from a second question.
  request_key       VARCHAR(60)              UNIQUE,
  -- What still runs is looked at up to here.
  requested_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  planned_at        TIMESTAMP WITH TIME ZONE,
  version           BIGINT                   NOT NULL,
  CONSTRAINT replay_ends_after_it_begins CHECK (from_at < to_at),
  CONSTRAINT replay_has_hours CHECK ((hours IS NULL) <> (calendar_revision IS NULL))
);
CREATE INDEX replay_by_contract ON replay (contract_id, id);
GRANT SELECT, INSERT, UPDATE ON replay TO ${app};

-- A block of tickets is done once, with all that came of it.
CREATE TABLE replay_block (
  id                BIGINT                   NOT NULL PRIMARY KEY,
  replay_id         BIGINT                   NOT NULL REFERENCES replay (id),
  first_id          BIGINT                   NOT NULL,
  last_id           BIGINT                   NOT NULL,
  tickets           INTEGER,
  done_at           TIMESTAMP WITH TIME ZONE,
  version           BIGINT                   NOT NULL,
  UNIQUE (replay_id, first_id),
  CONSTRAINT replay_block_counted_when_done CHECK ((tickets IS NULL) = (done_at IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON replay_block TO ${app};

CREATE TABLE replay_figure (
  id                BIGINT                   NOT NULL PRIMARY KEY,
  replay_id         BIGINT                   NOT NULL REFERENCES replay (id),
  block_id          BIGINT                   NOT NULL REFERENCES replay_block (id),
  side              VARCHAR(5)               NOT NULL CHECK (side IN ('WAS', 'WOULD')),
  -- In which the target was met or missed, by the contract's calendar; of what still runs, that of the receipt.
  figure_month      VARCHAR(7)               NOT NULL,
  target            VARCHAR(20)              NOT NULL CHECK (target IN ('RESPONSE', 'UPDATE', 'RESOLUTION')),
  priority          VARCHAR(2)               NOT NULL CHECK (priority IN ('P1', 'P2', 'P3', 'P4', 'P5')),
  met               INTEGER                  NOT NULL,
  missed            INTEGER                  NOT NULL,
  running           INTEGER                  NOT NULL,
  UNIQUE (block_id, side, figure_month, target, priority)
);
CREATE INDEX replay_figure_by_replay ON replay_figure (replay_id, side, figure_month);
GRANT SELECT, INSERT ON replay_figure TO ${app};

-- The targets that changed sides.
CREATE TABLE replay_change (
  id                BIGINT                   NOT NULL PRIMARY KEY,
  replay_id         BIGINT                   NOT NULL REFERENCES replay (id),
  block_id          BIGINT                   NOT NULL REFERENCES replay_block (id),
  ticket_id         BIGINT                   NOT NULL REFERENCES ticket (id),
  target            VARCHAR(20)              NOT NULL CHECK (target IN ('RESPONSE', 'UPDATE', 'RESOLUTION')),
  was               VARCHAR(10)              NOT NULL CHECK (was IN ('MET', 'MISSED', 'RUNNING', 'NOT_OWED')),
  would             VARCHAR(10)              NOT NULL CHECK (would IN ('MET', 'MISSED', 'RUNNING', 'NOT_OWED')),
  was_priority      VARCHAR(2)               NOT NULL,
  would_priority    VARCHAR(2)               NOT NULL,
  was_due           TIMESTAMP WITH TIME ZONE,
  would_due         TIMESTAMP WITH TIME ZONE,
  UNIQUE (replay_id, ticket_id, target),
  CONSTRAINT replay_change_changes_sides CHECK ((was = 'MISSED') <> (would = 'MISSED'))
);
GRANT SELECT, INSERT ON replay_change TO ${app};
