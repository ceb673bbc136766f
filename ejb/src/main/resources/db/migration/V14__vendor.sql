-- Vendors with what is agreed with them, and the cases that are open with them for tickets.
CREATE TABLE vendor (
  id                  BIGINT                   NOT NULL PRIMARY KEY,
  code                VARCHAR(40)              NOT NULL UNIQUE,
  name                VARCHAR(200)             NOT NULL,
  -- Where chasers go; a vendor without one is chased by its case's owner.
  email               VARCHAR(254),
  phone               VARCHAR(50),
  portal              VARCHAR(500),
  language            VARCHAR(10)              NOT NULL,
  -- The underpinning contract.
  contract_reference  VARCHAR(100),
  calendar_code       VARCHAR(40)              NOT NULL REFERENCES service_calendar (code),
  chase_every_minutes INTEGER                  NOT NULL CHECK (chase_every_minutes BETWEEN 1 AND 525600),
  version             BIGINT                   NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON vendor TO ${app};

-- What a vendor promises for one priority, in its own service time.
CREATE TABLE vendor_target (
  id                  BIGINT                   NOT NULL PRIMARY KEY,
  vendor_id           BIGINT                   NOT NULL REFERENCES vendor (id),
  priority            VARCHAR(2)               NOT NULL CHECK (priority IN ('P1', 'P2', 'P3', 'P4', 'P5')),
  response_minutes    INTEGER                  NOT NULL CHECK (response_minutes BETWEEN 1 AND 525600),
  resolution_minutes  INTEGER                  CHECK (resolution_minutes BETWEEN response_minutes AND 525600),
  version             BIGINT                   NOT NULL,
  UNIQUE (vendor_id, priority)
);
GRANT SELECT, INSERT, UPDATE ON vendor_target TO ${app};

CREATE SEQUENCE vendor_case_seq START WITH 1001 INCREMENT BY 1;

CREATE TABLE vendor_case (
  id                  BIGINT                   NOT NULL PRIMARY KEY,
  number              VARCHAR(20)              NOT NULL UNIQUE,
  ticket_id           BIGINT                   NOT NULL,
  contract_id         BIGINT                   NOT NULL,
  vendor_id           BIGINT                   NOT NULL REFERENCES vendor (id),
  -- The vendor's own number for it; may come later.
  reference           VARCHAR(100),
  subject             VARCHAR(250)             NOT NULL,
  description         VARCHAR(20000)           NOT NULL,
  priority            VARCHAR(2)               NOT NULL CHECK (priority IN ('P1', 'P2', 'P3', 'P4', 'P5')),
  state               VARCHAR(10)              NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'SOLVED', 'WITHDRAWN')),
  owner_id            BIGINT                   NOT NULL REFERENCES account (id),
  opened_by_id        BIGINT                   NOT NULL REFERENCES account (id),
  opened_at           TIMESTAMP WITH TIME ZONE NOT NULL,
  -- What was promised when it was opened.
  calendar_code       VARCHAR(40)              NOT NULL REFERENCES service_calendar (code),
  response_minutes    INTEGER                  NOT NULL,
  resolution_minutes  INTEGER,
  chase_every_minutes INTEGER                  NOT NULL,
  response_due        TIMESTAMP WITH TIME ZONE NOT NULL,
  responded_at        TIMESTAMP WITH TIME ZONE,
  -- Empty while the vendor waits for us.
  resolution_due      TIMESTAMP WITH TIME ZONE,
  -- When the next chaser goes out; empty unless it is the vendor's turn, so the sweep reads what is due and nothing else.
  chase_at            TIMESTAMP WITH TIME ZONE,
  chasers             INTEGER                  NOT NULL,
  ended_at            TIMESTAMP WITH TIME ZONE,
  ended_by_id         BIGINT                   REFERENCES account (id),
  ending              VARCHAR(20000),
  -- The next due instant, else a day that never comes, and for an ended case one later still.
  due_order           TIMESTAMP WITH TIME ZONE NOT NULL,
  version             BIGINT                   NOT NULL,
  FOREIGN KEY (ticket_id, contract_id) REFERENCES ticket (id, contract_id),
  CONSTRAINT vendor_case_ended_by_somebody CHECK (
    (state IN ('SOLVED', 'WITHDRAWN')) = (ended_at IS NOT NULL)
    AND (ended_at IS NULL) = (ended_by_id IS NULL) AND (ended_at IS NULL) = (ending IS NULL)),
  CONSTRAINT vendor_case_is_chased_while_open CHECK (chase_at IS NULL OR state = 'OPEN')
);
CREATE INDEX vendor_case_by_ticket ON vendor_case (ticket_id, id);
CREATE INDEX vendor_case_by_due ON vendor_case (due_order, id);
CREATE INDEX vendor_case_by_vendor ON vendor_case (vendor_id, due_order, id);
CREATE INDEX vendor_case_to_chase ON vendor_case (chase_at, id);
GRANT SELECT, INSERT, UPDATE ON vendor_case TO ${app};

-- What was told and answered, and each chaser. Never changed: the case's clock is read from it.
CREATE TABLE vendor_case_entry (
  id                  BIGINT                   NOT NULL PRIMARY KEY,
  case_id             BIGINT                   NOT NULL REFERENCES vendor_case (id),
  ordinal             INTEGER                  NOT NULL,
  kind                VARCHAR(10)              NOT NULL CHECK (kind IN ('TOLD', 'ANSWERED', 'CHASED')),
  occurred_at         TIMESTAMP WITH TIME ZONE NOT NULL,
  by_id               BIGINT                   REFERENCES account (id),
  text                VARCHAR(20000),
  reason              VARCHAR(20)              CHECK (reason IN ('NO_RESPONSE', 'NO_SOLUTION', 'NO_WORD')),
  -- The vendor's address, where a chaser went to it.
  mailed_to           VARCHAR(254),
  UNIQUE (case_id, ordinal),
  CONSTRAINT vendor_case_entry_says_something CHECK ((kind = 'CHASED') = (text IS NULL) AND (kind = 'CHASED') = (reason IS NOT NULL)
    AND (kind = 'CHASED') = (by_id IS NULL))
);
GRANT SELECT, INSERT ON vendor_case_entry TO ${app};

-- Since when the ticket waits for a vendor case to end. Nothing is resolved meanwhile, whoever writes the row.
ALTER TABLE ticket ADD COLUMN with_vendor_since TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD CONSTRAINT ticket_with_vendor_is_not_resolved
  CHECK (with_vendor_since IS NULL OR state NOT IN ('RESOLVED', 'CLOSED'));
