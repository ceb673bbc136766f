-- The audit trail: one chain per contract and one for the system. Business transactions insert entries; one sealer at a time
-- links the committed ones. The application's role can neither change nor delete an entry or a seal.
CREATE TABLE audit_entry (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  contract_id    BIGINT                   NOT NULL,
  occurred_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  actor          VARCHAR(200)             NOT NULL,
  address        VARCHAR(60),
  action         VARCHAR(80)              NOT NULL,
  subject_type   VARCHAR(40)              NOT NULL,
  subject_id     VARCHAR(80)              NOT NULL,
  facts          VARCHAR(100000)          NOT NULL
);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject_type, subject_id, occurred_at, id);
CREATE INDEX audit_entry_by_contract ON audit_entry (contract_id, occurred_at, id);
CREATE INDEX audit_entry_by_time ON audit_entry (occurred_at, id);
GRANT SELECT, INSERT ON audit_entry TO ${app};

-- Work list of the sealer: losing a row here hides nothing, verification counts entries without a seal.
CREATE TABLE audit_unsealed (
  entry_id       BIGINT                   NOT NULL PRIMARY KEY REFERENCES audit_entry (id)
);
GRANT SELECT, INSERT, DELETE ON audit_unsealed TO ${app};

-- contract_id 0 is the chain of the system.
CREATE TABLE audit_seal (
  contract_id    BIGINT                   NOT NULL,
  chain_position BIGINT                   NOT NULL CHECK (chain_position >= 1),
  entry_id       BIGINT                   NOT NULL UNIQUE REFERENCES audit_entry (id),
  previous_hash  VARCHAR(64)              NOT NULL,
  hash           VARCHAR(64)              NOT NULL,
  sealed_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (contract_id, chain_position)
);
GRANT SELECT, INSERT ON audit_seal TO ${app};

-- Where each chain ends, so that links cut off from its end are missed.
CREATE TABLE audit_head (
  contract_id    BIGINT                   NOT NULL PRIMARY KEY,
  chain_position BIGINT                   NOT NULL CHECK (chain_position >= 1),
  hash           VARCHAR(64)              NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON audit_head TO ${app};
