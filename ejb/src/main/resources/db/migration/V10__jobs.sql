-- Runs of batch jobs and their work items. What was done is known here, in the transaction that did it.
CREATE TABLE job_run (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  job_name        VARCHAR(60)              NOT NULL,
  parameters      VARCHAR(500)             NOT NULL,
  -- NULL when the system itself asked.
  requested_by    VARCHAR(100),
  status          VARCHAR(10)              NOT NULL CHECK (status IN ('STARTING', 'STARTED', 'STOPPING', 'STOPPED', 'FAILED', 'COMPLETED')),
  -- Job and parameters while the run is alive: at most one such run at a time.
  active_key      VARCHAR(600)             UNIQUE,
  -- Who works on it. A claim raises the attempt, and work of an older attempt is refused; heartbeats tell the database's time.
  node            VARCHAR(100),
  attempt         INTEGER                  NOT NULL,
  heartbeat       TIMESTAMP WITH TIME ZONE,
  jberet_execution_id BIGINT,
  planned         BOOLEAN                  NOT NULL,
  total           BIGINT                   NOT NULL,
  done            BIGINT                   NOT NULL,
  skipped         BIGINT                   NOT NULL,
  failed          BIGINT                   NOT NULL,
  cut_off_at      TIMESTAMP WITH TIME ZONE,
  requested_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  started_at      TIMESTAMP WITH TIME ZONE,
  ended_at        TIMESTAMP WITH TIME ZONE,
  restart_of      BIGINT                   UNIQUE REFERENCES job_run (id),
  failure         VARCHAR(2000),
  CONSTRAINT job_run_active_until_it_ends CHECK ((active_key IS NULL) = (status IN ('STOPPED', 'FAILED', 'COMPLETED')))
);
CREATE INDEX job_run_by_name ON job_run (job_name, id);
CREATE INDEX job_run_by_status ON job_run (status, heartbeat);
GRANT SELECT, INSERT, UPDATE ON job_run TO ${app};

CREATE TABLE job_item (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  run_id          BIGINT                   NOT NULL REFERENCES job_run (id),
  item_key        VARCHAR(200)             NOT NULL,
  state           VARCHAR(10)              NOT NULL CHECK (state IN ('PENDING', 'DONE', 'SKIPPED', 'FAILED')),
  tries           INTEGER                  NOT NULL,
  outcome         VARCHAR(1000),
  link            VARCHAR(500),
  ended_at        TIMESTAMP WITH TIME ZONE,
  UNIQUE (run_id, item_key)
);
CREATE INDEX job_item_by_state ON job_item (run_id, state, id);
GRANT SELECT, INSERT, UPDATE ON job_item TO ${app};

-- A scheduled run happens once per period, whichever node's clock strikes first.
CREATE TABLE job_schedule_entry (
  job_name        VARCHAR(60)              NOT NULL,
  contract_id     BIGINT                   NOT NULL REFERENCES contract (id),
  period          VARCHAR(10)              NOT NULL,
  run_id          BIGINT                   REFERENCES job_run (id),
  created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (job_name, contract_id, period)
);
GRANT SELECT, INSERT ON job_schedule_entry TO ${app};
