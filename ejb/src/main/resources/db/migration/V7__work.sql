-- Time spent, visits agreed to, and the weekly timesheets that the customer signs line by line.

-- M72-M75: each visit is approved by the customer, case by case.
CREATE TABLE on_site_visit (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  ticket_id       BIGINT                   NOT NULL,
  contract_id     BIGINT                   NOT NULL,
  organisation_id BIGINT                   NOT NULL,
  planned_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  purpose         VARCHAR(2000)            NOT NULL,
  state           VARCHAR(10)              NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'DECLINED')),
  proposed_by_id  BIGINT                   NOT NULL REFERENCES account (id),
  proposed_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  decided_by_id   BIGINT,
  decided_at      TIMESTAMP WITH TIME ZONE,
  decision_note   VARCHAR(2000),
  version         BIGINT                   NOT NULL,
  FOREIGN KEY (ticket_id, contract_id) REFERENCES ticket (id, contract_id),
  FOREIGN KEY (contract_id, organisation_id) REFERENCES contract (id, organisation_id),
  FOREIGN KEY (organisation_id, decided_by_id) REFERENCES contact (organisation_id, id),
  UNIQUE (id, ticket_id),
  CONSTRAINT visit_decided_by_somebody CHECK ((state = 'PROPOSED') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL))
);
CREATE INDEX on_site_visit_by_ticket ON on_site_visit (ticket_id, planned_at);
CREATE INDEX on_site_visit_awaiting ON on_site_visit (organisation_id, state, planned_at);
GRANT SELECT, INSERT, UPDATE ON on_site_visit TO ${app};

-- A sheet, its lines and the decisions on them. Lines and decisions are inserted and never changed.
CREATE TABLE timesheet (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  contract_id     BIGINT                   NOT NULL,
  organisation_id BIGINT                   NOT NULL,
  week            VARCHAR(8)               NOT NULL,
  state           VARCHAR(10)              NOT NULL CHECK (state IN ('AWAITING', 'DISPUTED', 'CONFIRMED')),
  line_count      INTEGER                  NOT NULL CHECK (line_count >= 1),
  open_disputes   INTEGER                  NOT NULL CHECK (open_disputes >= 0),
  confirmed_lines INTEGER                  NOT NULL CHECK (confirmed_lines >= 0),
  total_minutes   BIGINT                   NOT NULL CHECK (total_minutes >= 0),
  prepared_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  -- Set when the week was still running: what began later is on the next sheet.
  cut_off_at      TIMESTAMP WITH TIME ZONE,
  run_id          BIGINT,
  confirmation_id BIGINT,
  version         BIGINT                   NOT NULL,
  FOREIGN KEY (contract_id, organisation_id) REFERENCES contract (id, organisation_id),
  UNIQUE (contract_id, week),
  UNIQUE (id, contract_id),
  CONSTRAINT timesheet_confirmed_is_sealed CHECK ((state = 'CONFIRMED') = (confirmation_id IS NOT NULL)),
  CONSTRAINT timesheet_confirmed_line_by_line CHECK (state <> 'CONFIRMED' OR (confirmed_lines = line_count AND open_disputes = 0))
);
CREATE INDEX timesheet_by_organisation ON timesheet (organisation_id, id);
CREATE INDEX timesheet_by_week ON timesheet (week, id);
GRANT SELECT, INSERT, UPDATE ON timesheet TO ${app};

-- That a contract's week was cut, with or without a sheet: work booked for it later goes onto the next sheet.
CREATE TABLE timesheet_cut (
  contract_id     BIGINT                   NOT NULL REFERENCES contract (id),
  week            VARCHAR(8)               NOT NULL,
  cut_at          TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (contract_id, week)
);
GRANT SELECT, INSERT ON timesheet_cut TO ${app};

CREATE TABLE worklog (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  ticket_id       BIGINT                   NOT NULL,
  contract_id     BIGINT                   NOT NULL,
  account_id      BIGINT                   NOT NULL REFERENCES account (id),
  started_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  ended_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  minutes         INTEGER                  NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  activity        VARCHAR(20)              NOT NULL CHECK (activity IN ('ANALYSIS', 'IMPLEMENTATION', 'TESTING', 'DEPLOYMENT', 'COMMUNICATION', 'DOCUMENTATION', 'TRAINING', 'OTHER')),
  travel_minutes  INTEGER                  NOT NULL CHECK (travel_minutes BETWEEN 0 AND 1440),
  visit_id        BIGINT,
  note            VARCHAR(2000),
  booked_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  timesheet_id    BIGINT,
  version         BIGINT                   NOT NULL,
  FOREIGN KEY (ticket_id, contract_id) REFERENCES ticket (id, contract_id),
  FOREIGN KEY (visit_id, ticket_id) REFERENCES on_site_visit (id, ticket_id),
  FOREIGN KEY (timesheet_id, contract_id) REFERENCES timesheet (id, contract_id),
  CONSTRAINT worklog_travel_needs_visit CHECK (travel_minutes = 0 OR visit_id IS NOT NULL),
  CONSTRAINT worklog_ends_after_start CHECK (ended_at > started_at)
);
CREATE INDEX worklog_by_ticket ON worklog (ticket_id, started_at);
CREATE INDEX worklog_by_account ON worklog (account_id, started_at);
CREATE INDEX worklog_by_contract ON worklog (contract_id, started_at);
CREATE INDEX worklog_by_timesheet ON worklog (timesheet_id, contract_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON worklog TO ${app};

CREATE TABLE timesheet_line (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  timesheet_id    BIGINT                   NOT NULL REFERENCES timesheet (id),
  ordinal         INTEGER                  NOT NULL,
  worklog_id      BIGINT                   NOT NULL UNIQUE REFERENCES worklog (id),
  ticket_number   VARCHAR(20)              NOT NULL,
  account_id      BIGINT                   NOT NULL REFERENCES account (id),
  person          VARCHAR(200)             NOT NULL,
  activity        VARCHAR(20)              NOT NULL,
  work_date       DATE                     NOT NULL,
  started_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  minutes         INTEGER                  NOT NULL,
  travel_minutes  INTEGER                  NOT NULL,
  note            VARCHAR(2000),
  UNIQUE (timesheet_id, ordinal),
  UNIQUE (id, timesheet_id)
);
GRANT SELECT, INSERT ON timesheet_line TO ${app};

CREATE TABLE timesheet_dispute (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  line_id         BIGINT                   NOT NULL,
  timesheet_id    BIGINT                   NOT NULL,
  contact_id      BIGINT                   NOT NULL REFERENCES contact (id),
  reason          VARCHAR(2000)            NOT NULL,
  disputed_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  FOREIGN KEY (line_id, timesheet_id) REFERENCES timesheet_line (id, timesheet_id),
  UNIQUE (id, line_id, timesheet_id)
);
CREATE INDEX timesheet_dispute_by_timesheet ON timesheet_dispute (timesheet_id, id);
GRANT SELECT, INSERT ON timesheet_dispute TO ${app};

-- How a dispute ended; a correction takes minutes off the line.
CREATE TABLE timesheet_settlement (
  dispute_id      BIGINT                   NOT NULL PRIMARY KEY,
  line_id         BIGINT                   NOT NULL,
  timesheet_id    BIGINT                   NOT NULL,
  manner          VARCHAR(10)              NOT NULL CHECK (manner IN ('EXPLAINED', 'CORRECTED', 'WITHDRAWN')),
  text            VARCHAR(2000),
  minutes_off     INTEGER                  NOT NULL CHECK (minutes_off >= 0),
  travel_off      INTEGER                  NOT NULL CHECK (travel_off >= 0),
  settled_by_id   BIGINT                   NOT NULL REFERENCES account (id),
  settled_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  FOREIGN KEY (dispute_id, line_id, timesheet_id) REFERENCES timesheet_dispute (id, line_id, timesheet_id),
  CHECK (manner = 'CORRECTED' OR (minutes_off = 0 AND travel_off = 0))
);
CREATE INDEX timesheet_settlement_by_timesheet ON timesheet_settlement (timesheet_id, dispute_id);
GRANT SELECT, INSERT ON timesheet_settlement TO ${app};

-- The customer's word on one line.
CREATE TABLE timesheet_line_confirmation (
  line_id         BIGINT                   NOT NULL PRIMARY KEY,
  timesheet_id    BIGINT                   NOT NULL,
  contact_id      BIGINT                   NOT NULL REFERENCES contact (id),
  authorisation_id BIGINT                  NOT NULL REFERENCES acceptance_authorisation (id),
  revision        BIGINT                   NOT NULL,
  confirmed_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  FOREIGN KEY (line_id, timesheet_id) REFERENCES timesheet_line (id, timesheet_id)
);
CREATE INDEX timesheet_line_confirmation_by_timesheet ON timesheet_line_confirmation (timesheet_id, line_id);
GRANT SELECT, INSERT ON timesheet_line_confirmation TO ${app};

-- The seal of a sheet of which every line is confirmed. One per sheet, never changed and never deleted.
CREATE TABLE timesheet_confirmation (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  timesheet_id    BIGINT                   NOT NULL UNIQUE,
  contract_id     BIGINT                   NOT NULL,
  contact_id      BIGINT                   NOT NULL,
  authorisation_id BIGINT                  NOT NULL,
  authorised_from TIMESTAMP WITH TIME ZONE NOT NULL,
  revision        BIGINT                   NOT NULL,
  line_count      INTEGER                  NOT NULL,
  total_minutes   BIGINT                   NOT NULL,
  content_hash    VARCHAR(64)              NOT NULL,
  confirmed_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  UNIQUE (id, timesheet_id),
  FOREIGN KEY (timesheet_id, contract_id) REFERENCES timesheet (id, contract_id),
  FOREIGN KEY (authorisation_id, contract_id, contact_id, authorised_from)
    REFERENCES acceptance_authorisation (id, contract_id, contact_id, authorised_from),
  CONSTRAINT confirmation_within_authorisation CHECK (confirmed_at >= authorised_from)
);
GRANT SELECT, INSERT ON timesheet_confirmation TO ${app};

ALTER TABLE timesheet ADD CONSTRAINT timesheet_confirmation_of_same_sheet
  FOREIGN KEY (confirmation_id, id) REFERENCES timesheet_confirmation (id, timesheet_id);
