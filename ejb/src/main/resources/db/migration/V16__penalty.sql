-- Outages, and the ledger of what is owed for promises not kept.

-- When the customer first waited too long for a word; a ticket that kept all its updates has none.
ALTER TABLE ticket ADD COLUMN update_missed_at TIMESTAMP WITH TIME ZONE;

CREATE TABLE outage (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  contract_id     BIGINT                   NOT NULL,
  organisation_id BIGINT                   NOT NULL,
  service         VARCHAR(100)             NOT NULL,
  starts_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  -- NULL while it lasts.
  ends_at         TIMESTAMP WITH TIME ZONE,
  cause           VARCHAR(20)              NOT NULL CHECK (cause IN ('FAULT', 'AGREED_MAINTENANCE', 'CUSTOMER_CAUSED', 'THIRD_PARTY', 'FORCE_MAJEURE')),
  note            VARCHAR(2000)            NOT NULL,
  ticket_number   VARCHAR(20)              REFERENCES ticket (number),
  recorded_by_id  BIGINT                   NOT NULL REFERENCES account (id),
  recorded_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  withdrawn_at    TIMESTAMP WITH TIME ZONE,
  -- Contract, service and start while it is not withdrawn: an outage is put down once, however often somebody presses.
  live_key        VARCHAR(200)             UNIQUE,
  version         BIGINT                   NOT NULL,
  FOREIGN KEY (contract_id, organisation_id) REFERENCES contract (id, organisation_id),
  CONSTRAINT outage_live_until_withdrawn CHECK ((live_key IS NULL) = (withdrawn_at IS NOT NULL)),
  CONSTRAINT outage_ends_after_it_begins CHECK (ends_at IS NULL OR ends_at > starts_at)
);
CREATE INDEX outage_by_contract ON outage (contract_id, starts_at, id);
GRANT SELECT, INSERT, UPDATE ON outage TO ${app};

-- A month that was assessed, and by which terms; the row that is locked while what the month comes to changes.
CREATE TABLE penalty_month (
  id                BIGINT                   NOT NULL PRIMARY KEY,
  contract_id       BIGINT                   NOT NULL,
  organisation_id   BIGINT                   NOT NULL,
  credit_month      VARCHAR(7)               NOT NULL,
  from_at           TIMESTAMP WITH TIME ZONE NOT NULL,
  until_at          TIMESTAMP WITH TIME ZONE NOT NULL,
  contract_version  INTEGER                  NOT NULL,
  calendar_revision INTEGER                  NOT NULL,
  currency          VARCHAR(3)               NOT NULL,
  base              NUMERIC(19, 4)           NOT NULL,
  cap_amount        NUMERIC(19, 4),
  first_assessed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  last_assessed_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  version           BIGINT                   NOT NULL,
  UNIQUE (contract_id, credit_month),
  UNIQUE (id, contract_id, organisation_id, credit_month),
  FOREIGN KEY (contract_id, organisation_id) REFERENCES contract (id, organisation_id),
  FOREIGN KEY (contract_id, contract_version) REFERENCES contract_version (contract_id, number)
);
GRANT SELECT, INSERT, UPDATE ON penalty_month TO ${app};

-- Entries and their steps are inserted and never changed: an amount that was once proposed stays to be read.
CREATE TABLE penalty_entry (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  month_id        BIGINT                   NOT NULL,
  contract_id     BIGINT                   NOT NULL,
  organisation_id BIGINT                   NOT NULL,
  credit_month    VARCHAR(7)               NOT NULL,
  clause          VARCHAR(40)              NOT NULL,
  -- Number of the ticket, name of the service, or MONTH.
  subject         VARCHAR(100)             NOT NULL,
  measure         VARCHAR(20)              NOT NULL CHECK (measure IN ('RESPONSE', 'UPDATE', 'RESOLUTION', 'AVAILABILITY')),
  calculation     VARCHAR(200000)          NOT NULL,
  created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  -- However often a month is assessed, nothing is owed twice.
  UNIQUE (contract_id, credit_month, clause, subject),
  UNIQUE (id, organisation_id),
  FOREIGN KEY (month_id, contract_id, organisation_id, credit_month)
    REFERENCES penalty_month (id, contract_id, organisation_id, credit_month)
);
CREATE INDEX penalty_entry_by_month ON penalty_entry (month_id, id);
GRANT SELECT, INSERT ON penalty_entry TO ${app};

-- Each step names the one it follows, state and amount included: one step follows another once, none follows an agreement, and only a
-- settlement changes the amount.
CREATE TABLE penalty_step (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  entry_id        BIGINT                   NOT NULL,
  organisation_id BIGINT                   NOT NULL,
  ordinal         INTEGER                  NOT NULL CHECK (ordinal >= 1),
  state           VARCHAR(10)              NOT NULL CHECK (state IN ('PROPOSED', 'DISPUTED', 'SETTLED', 'AGREED')),
  amount          NUMERIC(19, 4)           NOT NULL CHECK (amount >= 0),
  after_ordinal   INTEGER,
  after_state     VARCHAR(10),
  after_amount    NUMERIC(19, 4),
  contact_id      BIGINT,
  account_id      BIGINT                   REFERENCES account (id),
  reason          VARCHAR(2000),
  taken_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  UNIQUE (entry_id, ordinal),
  UNIQUE (entry_id, ordinal, state, amount),
  FOREIGN KEY (entry_id, organisation_id) REFERENCES penalty_entry (id, organisation_id),
  FOREIGN KEY (organisation_id, contact_id) REFERENCES contact (organisation_id, id),
  FOREIGN KEY (entry_id, after_ordinal, after_state, after_amount) REFERENCES penalty_step (entry_id, ordinal, state, amount),
  CONSTRAINT penalty_step_begins_with_a_proposal CHECK ((ordinal = 1) = (state = 'PROPOSED')),
  CONSTRAINT penalty_step_follows_the_one_before CHECK (
    (ordinal = 1 AND after_ordinal IS NULL AND after_state IS NULL AND after_amount IS NULL)
    OR (ordinal > 1 AND after_ordinal IS NOT NULL AND after_ordinal = ordinal - 1 AND after_state IS NOT NULL AND after_amount IS NOT NULL)),
  CONSTRAINT penalty_step_is_in_order CHECK (
    (state = 'PROPOSED')
    OR (state IN ('AGREED', 'DISPUTED') AND after_state IN ('PROPOSED', 'SETTLED'))
    OR (state = 'SETTLED' AND after_state = 'DISPUTED')),
  CONSTRAINT penalty_step_keeps_the_amount CHECK (state IN ('PROPOSED', 'SETTLED') OR amount = after_amount),
  CONSTRAINT penalty_step_taken_by_somebody CHECK (
    (state IN ('AGREED', 'DISPUTED')) = (contact_id IS NOT NULL) AND (state = 'SETTLED') = (account_id IS NOT NULL)),
  CONSTRAINT penalty_step_with_its_reason CHECK ((state IN ('DISPUTED', 'SETTLED')) = (reason IS NOT NULL))
);
GRANT SELECT, INSERT ON penalty_step TO ${app};
