-- Mail that is to leave, written in the transaction that caused it.
CREATE TABLE outbox_message (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  message_id     VARCHAR(200)             NOT NULL UNIQUE,
  contract_id    BIGINT                   REFERENCES contract (id),
  ticket_id      BIGINT                   REFERENCES ticket (id),
  template       VARCHAR(60)              NOT NULL,
  sender         VARCHAR(320)             NOT NULL,
  recipient      VARCHAR(320)             NOT NULL,
  reply_to       VARCHAR(400),
  in_reply_to    VARCHAR(400),
  language       VARCHAR(10)              NOT NULL,
  subject        VARCHAR(500)             NOT NULL,
  body           VARCHAR(200000)          NOT NULL,
  attachment_name VARCHAR(200),
  attachment_type VARCHAR(100),
  attachment     ${blob},
  state          VARCHAR(10)              NOT NULL CHECK (state IN ('PENDING', 'SENT', 'DEAD')),
  attempts       INTEGER                  NOT NULL,
  created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  next_attempt_at TIMESTAMP WITH TIME ZONE,
  sent_at        TIMESTAMP WITH TIME ZONE,
  last_error     VARCHAR(1000),
  version        BIGINT                   NOT NULL
);
CREATE INDEX outbox_message_due ON outbox_message (state, next_attempt_at, id);
CREATE INDEX outbox_message_by_ticket ON outbox_message (ticket_id);
GRANT SELECT, INSERT, UPDATE ON outbox_message TO ${app};
