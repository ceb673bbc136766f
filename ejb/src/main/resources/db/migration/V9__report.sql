-- Reports as they were handed out. A report is never changed: another run for the same month adds a revision.
CREATE TABLE service_report (
  id             BIGINT                   NOT NULL PRIMARY KEY,
  contract_id    BIGINT                   NOT NULL REFERENCES contract (id),
  report_month   VARCHAR(7)               NOT NULL,
  revision       INTEGER                  NOT NULL CHECK (revision >= 1),
  language       VARCHAR(10)              NOT NULL,
  content        ${blob}                  NOT NULL,
  size_bytes     BIGINT                   NOT NULL,
  sha256         VARCHAR(64)              NOT NULL,
  -- Set when the month was still running.
  cut_off_at     TIMESTAMP WITH TIME ZONE,
  created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  run_id         VARCHAR(200)             NOT NULL,
  UNIQUE (contract_id, report_month, revision, language),
  UNIQUE (contract_id, report_month, run_id, language)
);
GRANT SELECT, INSERT ON service_report TO ${app};
