-- What contracts and calendars say, version by version, and the log from which every clock is read. Rows are never changed.
CREATE TABLE contract_version (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  contract_id    BIGINT                   NOT NULL REFERENCES contract (id),
  number         INTEGER                  NOT NULL CHECK (number > 0),
  in_force_from  TIMESTAMP WITH TIME ZONE NOT NULL,
  calendar_id    BIGINT                   NOT NULL REFERENCES service_calendar (id),
  -- Who agreed for the customer, and who put it down.
  agreed_by      VARCHAR(200)             NOT NULL,
  agreed_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  document       VARCHAR(100000)          NOT NULL,
  recorded_by    VARCHAR(200)             NOT NULL,
  recorded_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  UNIQUE (contract_id, number)
);
GRANT SELECT, INSERT ON contract_version TO ${app};

CREATE TABLE calendar_version (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  calendar_id    BIGINT                   NOT NULL REFERENCES service_calendar (id),
  number         INTEGER                  NOT NULL CHECK (number > 0),
  valid_from     DATE                     NOT NULL,
  definition     VARCHAR(200000)          NOT NULL,
  recorded_by    VARCHAR(200)             NOT NULL,
  recorded_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  UNIQUE (calendar_id, number)
);
GRANT SELECT, INSERT ON calendar_version TO ${app};

CREATE TABLE clock_event (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  ticket_id       BIGINT                   NOT NULL REFERENCES ticket (id),
  -- The place in the ticket's log, from 0 on.
  ordinal         INTEGER                  NOT NULL,
  kind            VARCHAR(20)              NOT NULL CHECK (kind IN ('RECEIVED', 'HELD', 'RELEASED', 'COMPLETE', 'AGREED', 'ASSESSED',
    'AUTOMATIC_MAIL', 'STARTED', 'PUBLIC_MESSAGE', 'ON_HOLD', 'RESUMED', 'RESOLVED', 'REJECTED', 'ACCEPTED', 'ENDED')),
  occurred_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  reason          VARCHAR(30)              CHECK (reason IN ('AWAITING_ACCEPTANCE', 'AWAITING_CUSTOMER', 'AWAITING_VENDOR', 'AGREED_DATE', 'HELD')),
  ticket_kind     VARCHAR(20)              CHECK (ticket_kind IN ('INCIDENT', 'SERVICE_REQUEST', 'QUESTION', 'COMPLAINT')),
  impact          VARCHAR(10)              CHECK (impact IN ('HIGH', 'MEDIUM', 'LOW')),
  urgency         VARCHAR(10)              CHECK (urgency IN ('HIGH', 'MEDIUM', 'LOW')),
  wished_priority VARCHAR(2)               CHECK (wished_priority IN ('P1', 'P2', 'P3', 'P4', 'P5')),
  UNIQUE (ticket_id, ordinal),
  CHECK ((reason IS NOT NULL) = (kind IN ('HELD', 'ON_HOLD'))),
  CHECK ((impact IS NOT NULL) = (kind IN ('RECEIVED', 'ASSESSED')))
);
GRANT SELECT, INSERT ON clock_event TO ${app};
