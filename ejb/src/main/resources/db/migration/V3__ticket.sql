-- Tickets, their proposals of a resolution, and the customer's acceptance without which none closes.
CREATE SEQUENCE ticket_seq START WITH 100001 INCREMENT BY 1;

CREATE TABLE ticket (
  id                BIGINT                   NOT NULL PRIMARY KEY,
  number            VARCHAR(20)              NOT NULL UNIQUE,
  contract_id       BIGINT                   NOT NULL,
  organisation_id   BIGINT                   NOT NULL,
  contact_id        BIGINT,
  kind              VARCHAR(20)              NOT NULL CHECK (kind IN ('INCIDENT', 'SERVICE_REQUEST', 'QUESTION', 'COMPLAINT')),
  state             VARCHAR(20)              NOT NULL CHECK (state IN ('HELD', 'NEW', 'IN_PROGRESS', 'ON_HOLD', 'RESOLVED', 'CLOSED', 'WITHDRAWN', 'DUPLICATE', 'DECLINED', 'TRANSFERRED')),
  channel           VARCHAR(10)              NOT NULL CHECK (channel IN ('EMAIL', 'PHONE', 'FAX', 'PORTAL', 'API', 'CRM')),
  summary           VARCHAR(250)             NOT NULL,
  description       VARCHAR(100000)          NOT NULL,
  impact            VARCHAR(10)              NOT NULL CHECK (impact IN ('HIGH', 'MEDIUM', 'LOW')),
  urgency           VARCHAR(10)              NOT NULL CHECK (urgency IN ('HIGH', 'MEDIUM', 'LOW')),
  priority          VARCHAR(2)               NOT NULL CHECK (priority IN ('P1', 'P2', 'P3', 'P4', 'P5')),
  -- The customer's own; whether it moves anything the contract says (M115).
  wished_priority   VARCHAR(2)               CHECK (wished_priority IN ('P1', 'P2', 'P3', 'P4', 'P5')),
  level             VARCHAR(10)              NOT NULL CHECK (level IN ('L1', 'L2', 'L3', 'VENDOR')),
  assignee_id       BIGINT                   REFERENCES account (id),
  service           VARCHAR(100),
  environment       VARCHAR(100),
  fields            VARCHAR(20000)           NOT NULL,
  hold_reason       VARCHAR(1000),
  duplicate_of_id   BIGINT                   REFERENCES ticket (id),
  transferred_to    VARCHAR(200),
  end_reason        VARCHAR(2000),
  received_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  response_due      TIMESTAMP WITH TIME ZONE,
  responded_at      TIMESTAMP WITH TIME ZONE,
  -- By when the customer is owed the next word.
  update_due        TIMESTAMP WITH TIME ZONE,
  resolution_due    TIMESTAMP WITH TIME ZONE,
  resolved_at       TIMESTAMP WITH TIME ZONE,
  closed_at         TIMESTAMP WITH TIME ZONE,
  rejections        INTEGER                  NOT NULL,
  resolution_id     BIGINT,
  acceptance_id     BIGINT,
  updated_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  -- The terms under which the due instants were computed.
  contract_version  INTEGER                  NOT NULL,
  calendar_revision INTEGER                  NOT NULL,
  -- The resolution due instant of a running target, else a day that never comes, and for an ended ticket one later still: what lists
  -- are sorted by.
  due_order         TIMESTAMP WITH TIME ZONE NOT NULL,
  version           BIGINT                   NOT NULL,
  FOREIGN KEY (contract_id, organisation_id) REFERENCES contract (id, organisation_id),
  FOREIGN KEY (organisation_id, contact_id) REFERENCES contact (organisation_id, id),
  UNIQUE (id, contract_id),
  -- Closed means accepted: there is a resolution and an acceptance, and nobody else has one.
  CONSTRAINT ticket_closed_is_accepted CHECK (
    (state = 'CLOSED' AND acceptance_id IS NOT NULL AND resolution_id IS NOT NULL AND closed_at IS NOT NULL)
    OR (state <> 'CLOSED' AND acceptance_id IS NULL))
);

CREATE TABLE resolution (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  ticket_id      BIGINT                   NOT NULL REFERENCES ticket (id),
  ordinal        INTEGER                  NOT NULL,
  text           VARCHAR(100000)          NOT NULL,
  proposed_by_id BIGINT                   NOT NULL REFERENCES account (id),
  proposed_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  rejected_by_id BIGINT                   REFERENCES contact (id),
  rejected_at    TIMESTAMP WITH TIME ZONE,
  rejection      VARCHAR(20000),
  version        BIGINT                   NOT NULL,
  UNIQUE (ticket_id, ordinal),
  UNIQUE (id, ticket_id)
);
GRANT SELECT, INSERT, UPDATE ON resolution TO ${app};

-- Never changed and never deleted: the application's role may only insert and select.
CREATE TABLE acceptance (
  id               BIGINT                   NOT NULL PRIMARY KEY,
  ticket_id        BIGINT                   NOT NULL,
  contract_id      BIGINT                   NOT NULL,
  resolution_id    BIGINT                   NOT NULL,
  contact_id       BIGINT                   NOT NULL,
  authorisation_id BIGINT                   NOT NULL,
  authorised_from  TIMESTAMP WITH TIME ZONE NOT NULL,
  accepted_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  manner           VARCHAR(20)              NOT NULL CHECK (manner IN ('PORTAL', 'API', 'MAIL_LINK', 'SPOKEN')),
  comment_text     VARCHAR(20000),
  UNIQUE (ticket_id),
  UNIQUE (id, ticket_id, resolution_id),
  FOREIGN KEY (ticket_id, contract_id) REFERENCES ticket (id, contract_id),
  FOREIGN KEY (resolution_id, ticket_id) REFERENCES resolution (id, ticket_id),
  FOREIGN KEY (authorisation_id, contract_id, contact_id, authorised_from)
    REFERENCES acceptance_authorisation (id, contract_id, contact_id, authorised_from),
  CONSTRAINT acceptance_within_authorisation CHECK (accepted_at >= authorised_from)
);
GRANT SELECT, INSERT ON acceptance TO ${app};

ALTER TABLE ticket ADD CONSTRAINT ticket_acceptance_of_same_ticket_and_resolution
  FOREIGN KEY (acceptance_id, id, resolution_id) REFERENCES acceptance (id, ticket_id, resolution_id);
ALTER TABLE ticket ADD CONSTRAINT ticket_resolution_of_same_ticket
  FOREIGN KEY (resolution_id, id) REFERENCES resolution (id, ticket_id);
GRANT SELECT, INSERT, UPDATE ON ticket TO ${app};

-- The queue, the due list, an agent's own work, the portal's list, and the weekly lot each read one of these in its order.
CREATE INDEX ticket_by_state ON ticket (state, level, id);
CREATE INDEX ticket_by_organisation ON ticket (organisation_id, updated_at, id);
CREATE INDEX ticket_by_contract_closed ON ticket (contract_id, closed_at);
CREATE INDEX ticket_by_assignee ON ticket (assignee_id, due_order, id);
CREATE INDEX ticket_by_due ON ticket (due_order, id);
CREATE INDEX ticket_by_update ON ticket (updated_at, id);

CREATE TABLE ticket_message (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  ticket_id      BIGINT                   NOT NULL REFERENCES ticket (id),
  author_id      BIGINT                   REFERENCES account (id),
  contact_id     BIGINT                   REFERENCES contact (id),
  visibility     VARCHAR(10)              NOT NULL CHECK (visibility IN ('PUBLIC', 'INTERNAL')),
  channel        VARCHAR(10)              NOT NULL,
  text           VARCHAR(100000)          NOT NULL,
  posted_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  CHECK (author_id IS NOT NULL OR contact_id IS NOT NULL)
);
CREATE INDEX ticket_message_by_ticket ON ticket_message (ticket_id, posted_at);
GRANT SELECT, INSERT ON ticket_message TO ${app};

CREATE TABLE ticket_attachment (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  ticket_id      BIGINT                   NOT NULL REFERENCES ticket (id),
  name           VARCHAR(255)             NOT NULL,
  media_type     VARCHAR(150)             NOT NULL,
  size_bytes     BIGINT                   NOT NULL,
  sha256         VARCHAR(64)              NOT NULL,
  content        ${blob}                  NOT NULL,
  author_id      BIGINT                   REFERENCES account (id),
  contact_id     BIGINT                   REFERENCES contact (id),
  attached_at    TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX ticket_attachment_by_ticket ON ticket_attachment (ticket_id);
GRANT SELECT, INSERT ON ticket_attachment TO ${app};
