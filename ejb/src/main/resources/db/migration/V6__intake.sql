-- Mail that comes in, and the mailboxes it comes to.

-- Keys that the installation makes for itself at its first start and never changes.
CREATE TABLE installation_secret (
  name           VARCHAR(50)              NOT NULL PRIMARY KEY,
  secret_value   VARCHAR(200)             NOT NULL,
  created_at     TIMESTAMP WITH TIME ZONE NOT NULL
);
GRANT SELECT, INSERT ON installation_secret TO ${app};

CREATE TABLE mailbox (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  address        VARCHAR(320)             NOT NULL UNIQUE CHECK (address = LOWER(address)),
  contract_id    BIGINT                   NOT NULL REFERENCES contract (id),
  display_name   VARCHAR(200)             NOT NULL,
  -- Under which name the mail server that receives for this mailbox writes Authentication-Results.
  authserv_id    VARCHAR(255),
  -- Without a host nobody polls: mail is handed in over HTTP.
  imap_host      VARCHAR(255),
  imap_port      INTEGER                  CHECK (imap_port BETWEEN 1 AND 65535),
  imap_security  VARCHAR(10)              CHECK (imap_security IN ('PLAIN', 'STARTTLS', 'TLS')),
  imap_user      VARCHAR(320),
  -- Name of the setting that holds the password; the password itself is never in the database.
  imap_secret    VARCHAR(100),
  imap_folder    VARCHAR(255),
  active         BOOLEAN                  NOT NULL,
  last_polled_at TIMESTAMP WITH TIME ZONE,
  last_success_at TIMESTAMP WITH TIME ZONE,
  last_error     VARCHAR(1000),
  version        BIGINT                   NOT NULL,
  CHECK (imap_host IS NULL OR (imap_port IS NOT NULL AND imap_security IS NOT NULL AND imap_user IS NOT NULL
    AND imap_secret IS NOT NULL AND imap_folder IS NOT NULL))
);
CREATE INDEX mailbox_by_contract ON mailbox (contract_id);
GRANT SELECT, INSERT, UPDATE ON mailbox TO ${app};

-- Every message as it came, stored before anything is done with it; without an outcome it waits to be processed.
CREATE TABLE inbound_message (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  source         VARCHAR(10)              NOT NULL CHECK (source IN ('API', 'IMAP')),
  mailbox_id     BIGINT                   REFERENCES mailbox (id),
  -- The mailbox, or 0 for none: what the key below is unique within.
  dedupe_scope   BIGINT                   NOT NULL,
  dedupe_key     VARCHAR(255)             NOT NULL,
  content        ${blob}                  NOT NULL,
  size_bytes     BIGINT                   NOT NULL,
  received_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  sender         VARCHAR(320),
  sender_name    VARCHAR(250),
  subject        VARCHAR(250)             NOT NULL,
  topic          VARCHAR(250)             NOT NULL,
  outcome        VARCHAR(30)              CHECK (outcome IN ('TICKET_CREATED', 'MESSAGE_APPENDED', 'HELD_INCOMPLETE', 'HELD_UNAUTHORISED', 'QUARANTINED', 'REFUSED', 'AUTOMATIC_REPLY', 'LOOP')),
  reason         VARCHAR(60),
  detail         VARCHAR(500),
  ticket_id      BIGINT                   REFERENCES ticket (id),
  contact_id     BIGINT                   REFERENCES contact (id),
  sender_proven  BOOLEAN                  NOT NULL,
  attempts       INTEGER                  NOT NULL,
  processed_at   TIMESTAMP WITH TIME ZONE,
  decision       VARCHAR(10)              CHECK (decision IN ('ACCEPT', 'ATTACH', 'REFUSE')),
  decision_reason VARCHAR(2000),
  decided_by     VARCHAR(100),
  decided_at     TIMESTAMP WITH TIME ZONE,
  version        BIGINT                   NOT NULL,
  UNIQUE (dedupe_scope, dedupe_key),
  CHECK ((outcome IS NULL) = (processed_at IS NULL)),
  CHECK ((decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX inbound_message_by_sender ON inbound_message (sender, received_at);
CREATE INDEX inbound_message_by_time ON inbound_message (received_at, id);
CREATE INDEX inbound_message_by_outcome ON inbound_message (outcome, received_at, id);
GRANT SELECT, INSERT, UPDATE ON inbound_message TO ${app};
