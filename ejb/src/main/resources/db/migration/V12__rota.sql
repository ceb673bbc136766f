-- Who is on duty: one responsible and one other person as backup, at every instant of a rota's span.
CREATE TABLE rota (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  code            VARCHAR(40)              NOT NULL UNIQUE,
  name            VARCHAR(200)             NOT NULL,
  zone            VARCHAR(60)              NOT NULL,
  starts_at       TIMESTAMP WITH TIME ZONE,
  ends_at         TIMESTAMP WITH TIME ZONE,
  revision        INTEGER                  NOT NULL,
  published_at    TIMESTAMP WITH TIME ZONE,
  version         BIGINT                   NOT NULL,
  CONSTRAINT rota_span CHECK ((starts_at IS NULL) = (ends_at IS NULL) AND (starts_at IS NULL OR starts_at < ends_at))
);
GRANT SELECT, INSERT, UPDATE ON rota TO ${app};

-- A shift lasts until the next one begins: overlaps and holes have no place to be written.
CREATE TABLE rota_shift (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  rota_id         BIGINT                   NOT NULL REFERENCES rota (id),
  starts_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  responsible_id  BIGINT                   NOT NULL REFERENCES account (id),
  backup_id       BIGINT                   NOT NULL REFERENCES account (id),
  -- The rota's revision that last changed this shift.
  revision        INTEGER                  NOT NULL,
  changed_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  version         BIGINT                   NOT NULL,
  UNIQUE (rota_id, starts_at),
  CONSTRAINT rota_shift_has_two_people CHECK (responsible_id <> backup_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON rota_shift TO ${app};

-- A contract has one rota at most, so that there is one answer who is on duty.
CREATE TABLE rota_coverage (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  rota_id         BIGINT                   NOT NULL REFERENCES rota (id),
  contract_id     BIGINT                   NOT NULL UNIQUE REFERENCES contract (id),
  backup_after_minutes INTEGER             NOT NULL CHECK (backup_after_minutes BETWEEN 1 AND 1440),
  after_hours_only BOOLEAN                 NOT NULL,
  version         BIGINT                   NOT NULL
);
CREATE INDEX rota_coverage_by_rota ON rota_coverage (rota_id, contract_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON rota_coverage TO ${app};

CREATE TABLE rota_absence (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  account_id      BIGINT                   NOT NULL REFERENCES account (id),
  from_at         TIMESTAMP WITH TIME ZONE NOT NULL,
  until_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  note            VARCHAR(200),
  covered_by_id   BIGINT                   REFERENCES account (id),
  recorded_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  withdrawn_at    TIMESTAMP WITH TIME ZONE,
  version         BIGINT                   NOT NULL,
  CONSTRAINT rota_absence_ends_after_it_begins CHECK (from_at < until_at),
  CONSTRAINT rota_absence_covered_by_another CHECK (covered_by_id IS NULL OR covered_by_id <> account_id)
);
CREATE INDEX rota_absence_by_end ON rota_absence (until_at, from_at);
GRANT SELECT, INSERT, UPDATE ON rota_absence TO ${app};

CREATE TABLE rota_swap (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  rota_id         BIGINT                   NOT NULL REFERENCES rota (id),
  asked_by_id     BIGINT                   NOT NULL REFERENCES account (id),
  with_id         BIGINT                   NOT NULL REFERENCES account (id),
  from_at         TIMESTAMP WITH TIME ZONE NOT NULL,
  until_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  back_from_at    TIMESTAMP WITH TIME ZONE,
  back_until_at   TIMESTAMP WITH TIME ZONE,
  state           VARCHAR(10)              NOT NULL CHECK (state IN ('ASKED', 'AGREED', 'DECLINED', 'WITHDRAWN')),
  asked_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  decided_by_id   BIGINT                   REFERENCES account (id),
  decided_at      TIMESTAMP WITH TIME ZONE,
  version         BIGINT                   NOT NULL,
  CONSTRAINT rota_swap_of_two_people CHECK (asked_by_id <> with_id),
  CONSTRAINT rota_swap_decided_by_somebody CHECK ((state = 'ASKED') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL)),
  CONSTRAINT rota_swap_ends_after_it_begins CHECK (from_at < until_at AND (back_from_at IS NULL) = (back_until_at IS NULL) AND (back_from_at IS NULL OR back_from_at < back_until_at))
);
CREATE INDEX rota_swap_by_rota ON rota_swap (rota_id, state, from_at);
GRANT SELECT, INSERT, UPDATE ON rota_swap TO ${app};

CREATE TABLE rota_handover (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  rota_id         BIGINT                   NOT NULL REFERENCES rota (id),
  shift_from      TIMESTAMP WITH TIME ZONE NOT NULL,
  written_by_id   BIGINT                   NOT NULL REFERENCES account (id),
  written_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  note            VARCHAR(4000)            NOT NULL,
  read_by_id      BIGINT                   REFERENCES account (id),
  read_at         TIMESTAMP WITH TIME ZONE,
  version         BIGINT                   NOT NULL,
  CONSTRAINT rota_handover_read_by_somebody CHECK ((read_by_id IS NULL) = (read_at IS NULL))
);
CREATE INDEX rota_handover_by_shift ON rota_handover (rota_id, shift_from, written_at);
GRANT SELECT, INSERT, UPDATE ON rota_handover TO ${app};

-- Who was called for which ticket, and who took it.
CREATE TABLE call_out (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  rota_id         BIGINT                   NOT NULL REFERENCES rota (id),
  contract_id     BIGINT                   NOT NULL REFERENCES contract (id),
  ticket_number   VARCHAR(20)              NOT NULL REFERENCES ticket (number),
  reason          VARCHAR(500)             NOT NULL,
  channel         VARCHAR(10)              NOT NULL CHECK (channel IN ('MAIL')),
  responsible_id  BIGINT                   NOT NULL REFERENCES account (id),
  called_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  backup_id       BIGINT                   NOT NULL REFERENCES account (id),
  -- When the backup is called; empty once somebody acknowledged or the backup was called, so the sweep reads what is due and nothing else.
  backup_due_at   TIMESTAMP WITH TIME ZONE,
  backup_called_at TIMESTAMP WITH TIME ZONE,
  acknowledged_by_id BIGINT                REFERENCES account (id),
  acknowledged_at TIMESTAMP WITH TIME ZONE,
  version         BIGINT                   NOT NULL,
  CONSTRAINT call_out_of_two_people CHECK (responsible_id <> backup_id),
  CONSTRAINT call_out_acknowledged_by_somebody CHECK ((acknowledged_by_id IS NULL) = (acknowledged_at IS NULL)),
  CONSTRAINT call_out_calls_the_backup_once CHECK (backup_due_at IS NULL OR (backup_called_at IS NULL AND acknowledged_at IS NULL)),
  CONSTRAINT call_out_is_never_forgotten CHECK (backup_due_at IS NOT NULL OR backup_called_at IS NOT NULL OR acknowledged_at IS NOT NULL)
);
CREATE INDEX call_out_due ON call_out (backup_due_at, id);
CREATE INDEX call_out_by_ticket ON call_out (ticket_number, called_at);
CREATE INDEX call_out_by_rota ON call_out (rota_id, called_at);
GRANT SELECT, INSERT, UPDATE ON call_out TO ${app};

-- The secret address of a person's calendar, kept as a hash.
CREATE TABLE duty_feed (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  account_id      BIGINT                   NOT NULL REFERENCES account (id),
  secret_hash     VARCHAR(64)              NOT NULL UNIQUE,
  created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  revoked_at      TIMESTAMP WITH TIME ZONE,
  version         BIGINT                   NOT NULL
);
CREATE INDEX duty_feed_by_account ON duty_feed (account_id, created_at);
GRANT SELECT, INSERT, UPDATE ON duty_feed TO ${app};
