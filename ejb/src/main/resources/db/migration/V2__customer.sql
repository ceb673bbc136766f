-- What was agreed with whom.
CREATE TABLE service_calendar (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  code           VARCHAR(40)              NOT NULL UNIQUE,
  version        BIGINT                   NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON service_calendar TO ${app};

CREATE TABLE contract (
  id                BIGINT                NOT NULL PRIMARY KEY,
  code              VARCHAR(40)           NOT NULL UNIQUE,
  name              VARCHAR(200)          NOT NULL,
  organisation_id   BIGINT                NOT NULL REFERENCES organisation (id),
  valid_from        DATE                  NOT NULL,
  valid_until       DATE,
  -- M96, M97: reports of others wait for a fixed contact.
  fixed_contacts_only BOOLEAN             NOT NULL,
  -- What a mail opens whose sender could not be proven.
  unproven_mail     VARCHAR(20)           NOT NULL CHECK (unproven_mail IN ('OPEN', 'HOLD', 'QUARANTINE')),
  inspection_level  VARCHAR(5)            NOT NULL,
  aql               VARCHAR(10)           NOT NULL,
  version           BIGINT                NOT NULL,
  UNIQUE (id, organisation_id)
);
GRANT SELECT, INSERT, UPDATE ON contract TO ${app};

-- Who may speak for the customer under a contract.
CREATE TABLE contract_contact (
  contract_id    BIGINT                   NOT NULL REFERENCES contract (id),
  contact_id     BIGINT                   NOT NULL REFERENCES contact (id),
  fixed          BOOLEAN                  NOT NULL,
  PRIMARY KEY (contract_id, contact_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_contact TO ${app};

-- Who receives the reports of a contract (M132, M134).
CREATE TABLE stakeholder (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  contract_id    BIGINT                   NOT NULL REFERENCES contract (id),
  name           VARCHAR(200)             NOT NULL,
  email          VARCHAR(320)             NOT NULL,
  language       VARCHAR(10)              NOT NULL,
  version        BIGINT                   NOT NULL,
  UNIQUE (contract_id, email)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON stakeholder TO ${app};

-- The authority to accept on behalf of the customer. Rows are never changed: an end is a row of its own.
CREATE TABLE acceptance_authorisation (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  contract_id    BIGINT                   NOT NULL,
  organisation_id BIGINT                  NOT NULL,
  contact_id     BIGINT                   NOT NULL,
  authorised_from TIMESTAMP WITH TIME ZONE NOT NULL,
  granted_by     VARCHAR(200)             NOT NULL,
  FOREIGN KEY (contract_id, organisation_id) REFERENCES contract (id, organisation_id),
  FOREIGN KEY (organisation_id, contact_id) REFERENCES contact (organisation_id, id),
  UNIQUE (id, contract_id, contact_id, authorised_from)
);
GRANT SELECT, INSERT ON acceptance_authorisation TO ${app};

CREATE TABLE acceptance_authorisation_end (
  authorisation_id BIGINT                 NOT NULL PRIMARY KEY REFERENCES acceptance_authorisation (id),
  ended_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  ended_by       VARCHAR(200)             NOT NULL
);
GRANT SELECT, INSERT ON acceptance_authorisation_end TO ${app};
