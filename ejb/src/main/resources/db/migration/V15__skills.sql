-- What the staff can do: a catalogue of skills, who has which at what level, and certificates with the day on which they expire.
CREATE TABLE skill (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  code            VARCHAR(40)              NOT NULL UNIQUE,
  name            VARCHAR(200)             NOT NULL,
  version         BIGINT                   NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON skill TO ${app};

CREATE TABLE staff_skill (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  account_id      BIGINT                   NOT NULL REFERENCES account (id),
  skill_id        BIGINT                   NOT NULL REFERENCES skill (id),
  level           VARCHAR(20)              NOT NULL CHECK (level IN ('BASIC', 'PROFICIENT', 'EXPERT')),
  version         BIGINT                   NOT NULL,
  UNIQUE (account_id, skill_id)
);
CREATE INDEX staff_skill_by_skill ON staff_skill (skill_id, account_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_skill TO ${app};

CREATE TABLE certification (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  account_id      BIGINT                   NOT NULL REFERENCES account (id),
  name            VARCHAR(200)             NOT NULL,
  issuer          VARCHAR(200)             NOT NULL,
  number          VARCHAR(100),
  valid_from      DATE                     NOT NULL,
  -- The last day on which it counts; NULL where it never expires.
  expires_on      DATE,
  -- When the person and the managers were told that it expires.
  told_at         TIMESTAMP WITH TIME ZONE,
  version         BIGINT                   NOT NULL,
  CONSTRAINT certification_expires_after_it_begins CHECK (expires_on IS NULL OR valid_from <= expires_on)
);
CREATE INDEX certification_by_account ON certification (account_id, expires_on);
CREATE INDEX certification_by_expiry ON certification (expires_on, id);
GRANT SELECT, INSERT, UPDATE, DELETE ON certification TO ${app};

-- Who speaks for the provider under a contract, role by role. A row counts until the next one of its role begins, so that overlaps have no
-- place to be written; without an account nobody is named from that day on.
CREATE TABLE team_membership (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  contract_id     BIGINT                   NOT NULL REFERENCES contract (id),
  role            VARCHAR(30)              NOT NULL CHECK (role IN ('RESPONSIBLE_MANAGER', 'BUSINESS_IMPACT', 'SOLUTION_STRATEGY', 'CONFIGURATION')),
  from_day        DATE                     NOT NULL,
  account_id      BIGINT                   REFERENCES account (id),
  phone           VARCHAR(50),
  version         BIGINT                   NOT NULL,
  UNIQUE (contract_id, role, from_day),
  CONSTRAINT team_membership_phone_of_somebody CHECK (account_id IS NOT NULL OR phone IS NULL)
);
GRANT SELECT, INSERT, UPDATE ON team_membership TO ${app};
