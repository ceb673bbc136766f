-- Who may use the system. Grants stand beside each table: the application's role gets what it needs and no more.
CREATE SEQUENCE entity_seq START WITH 1000 INCREMENT BY 50;

CREATE TABLE installation (
  id             INTEGER                  NOT NULL PRIMARY KEY CHECK (id = 1),
  kind           VARCHAR(20)              NOT NULL CHECK (kind IN ('DEMO', 'PRODUCTION')),
  first_start    TIMESTAMP WITH TIME ZONE NOT NULL
);
GRANT SELECT, INSERT ON installation TO ${app};

-- One holder at a time: a node takes a lease, renews it, and loses it when it stops renewing.
CREATE TABLE lease (
  name           VARCHAR(100)             NOT NULL PRIMARY KEY,
  holder         VARCHAR(100)             NOT NULL,
  held_until     TIMESTAMP WITH TIME ZONE NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON lease TO ${app};

CREATE TABLE organisation (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  code           VARCHAR(40)              NOT NULL UNIQUE,
  name           VARCHAR(200)             NOT NULL,
  version        BIGINT                   NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON organisation TO ${app};

CREATE TABLE contact (
  id              BIGINT                  NOT NULL PRIMARY KEY,
  organisation_id BIGINT                  NOT NULL REFERENCES organisation (id),
  name            VARCHAR(200)            NOT NULL,
  email           VARCHAR(320)            NOT NULL UNIQUE CHECK (email = LOWER(email)),
  phone           VARCHAR(50),
  language        VARCHAR(10)             NOT NULL,
  zone            VARCHAR(60)             NOT NULL,
  version         BIGINT                  NOT NULL,
  UNIQUE (organisation_id, id)
);
GRANT SELECT, INSERT, UPDATE ON contact TO ${app};

CREATE TABLE account (
  id              BIGINT                  NOT NULL PRIMARY KEY,
  name            VARCHAR(100)            NOT NULL UNIQUE CHECK (name = LOWER(name)),
  display_name    VARCHAR(200)            NOT NULL,
  email           VARCHAR(320)            NOT NULL,
  password_hash   VARCHAR(500),
  organisation_id BIGINT                  REFERENCES organisation (id),
  contact_id      BIGINT                  UNIQUE REFERENCES contact (id),
  support_level   VARCHAR(10)             CHECK (support_level IN ('L1', 'L2', 'L3', 'VENDOR')),
  language        VARCHAR(10)             NOT NULL,
  zone            VARCHAR(60)             NOT NULL,
  theme           VARCHAR(10)             NOT NULL CHECK (theme IN ('SYSTEM', 'LIGHT', 'DARK')),
  active          BOOLEAN                 NOT NULL,
  failed_sign_ins INTEGER                 NOT NULL,
  locked_until    TIMESTAMP WITH TIME ZONE,
  version         BIGINT                  NOT NULL,
  -- A contact's account belongs to the contact's organisation; staff belong to none.
  CHECK ((organisation_id IS NULL) = (contact_id IS NULL)),
  FOREIGN KEY (organisation_id, contact_id) REFERENCES contact (organisation_id, id)
);
GRANT SELECT, INSERT, UPDATE ON account TO ${app};

CREATE TABLE account_role (
  account_id     BIGINT                   NOT NULL REFERENCES account (id),
  role           VARCHAR(20)              NOT NULL CHECK (role IN ('ADMIN', 'AGENT', 'MANAGER', 'QUALITY', 'CONTACT', 'MAIL_GATEWAY')),
  PRIMARY KEY (account_id, role)
);
GRANT SELECT, INSERT, DELETE ON account_role TO ${app};

CREATE TABLE api_token (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  account_id     BIGINT                   NOT NULL REFERENCES account (id),
  label          VARCHAR(100)             NOT NULL,
  token_hash     VARCHAR(64)              NOT NULL UNIQUE,
  created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  revoked_at     TIMESTAMP WITH TIME ZONE,
  version        BIGINT                   NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON api_token TO ${app};

-- The first answer to a request that carried an Idempotency-Key.
CREATE TABLE idempotent_request (
  account_id     BIGINT                   NOT NULL REFERENCES account (id),
  request_key    VARCHAR(200)             NOT NULL,
  fingerprint    VARCHAR(64)              NOT NULL,
  created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  status         INTEGER,
  location       VARCHAR(500),
  etag           VARCHAR(100),
  body           VARCHAR(500000),
  PRIMARY KEY (account_id, request_key)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotent_request TO ${app};
