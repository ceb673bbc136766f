-- Mail that is to leave, written in the transaction that caused it.
CREATE TABLE outbox_message (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  message_id     VARCHAR(200)             NOT NULL UNIQUE,
  contract_id    BIGINT                   REFERENCES contract (id),
  ticket_id      BIGINT                   REFERENCES ticket (id),
  template       VARCHAR(60)              NOT NULL,
  sender         VARCHAR(320)             NOT NULL,
  sender_name    VARCHAR(200)             NOT NULL,
  recipient      VARCHAR(320)             NOT NULL,
  recipient_name VARCHAR(200)             NOT NULL,
  reply_to       VARCHAR(400),
  in_reply_to    VARCHAR(400),
  language       VARCHAR(10)              NOT NULL,
  subject        VARCHAR(500)             NOT NULL,
  body           VARCHAR(200000)          NOT NULL,
  attachment_name VARCHAR(200),
  attachment_type VARCHAR(100),
  attachment     ${blob},
  -- What the mail is about, where it must be sent once only.
  dedupe_key     VARCHAR(200),
  state          VARCHAR(10)              NOT NULL CHECK (state IN ('PENDING', 'SENT', 'DEAD')),
  attempts       INTEGER                  NOT NULL,
  created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  -- While a node holds the message (claim), the end of its claim.
  next_attempt_at TIMESTAMP WITH TIME ZONE,
  claim          VARCHAR(40),
  -- A failure from then on is the last one.
  give_up_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  sent_at        TIMESTAMP WITH TIME ZONE,
  last_error     VARCHAR(1000),
  version        BIGINT                   NOT NULL,
  UNIQUE (dedupe_key, recipient),
  CHECK ((state = 'PENDING') = (next_attempt_at IS NOT NULL)),
  CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
  CHECK (claim IS NULL OR state = 'PENDING')
);
-- The dispatcher reads the oldest of a state first, the outbox page the newest.
CREATE INDEX outbox_message_by_state ON outbox_message (state, created_at, id);
CREATE INDEX outbox_message_by_age ON outbox_message (created_at, id);
CREATE INDEX outbox_message_by_ticket ON outbox_message (ticket_id, recipient);
GRANT SELECT, INSERT, UPDATE ON outbox_message TO ${app};
