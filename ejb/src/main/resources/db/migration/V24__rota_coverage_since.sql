-- Since when a rota covers a contract like this, and what was before: nobody's past is answered for by a rota that came later.
ALTER TABLE rota_coverage ADD COLUMN since TIMESTAMP WITH TIME ZONE;
UPDATE rota_coverage SET since = (SELECT r.starts_at FROM rota r WHERE r.id = rota_coverage.rota_id);
ALTER TABLE rota_coverage ALTER COLUMN since SET NOT NULL;

CREATE TABLE rota_past_coverage (
  id              BIGINT                   NOT NULL PRIMARY KEY,
  rota_id         BIGINT                   NOT NULL REFERENCES rota (id),
  contract_id     BIGINT                   NOT NULL REFERENCES contract (id),
  backup_after_minutes INTEGER             NOT NULL CHECK (backup_after_minutes BETWEEN 1 AND 1440),
  after_hours_only BOOLEAN                 NOT NULL,
  since           TIMESTAMP WITH TIME ZONE NOT NULL,
  until_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  version         BIGINT                   NOT NULL,
  CONSTRAINT rota_past_coverage_ends_after_it_begins CHECK (since < until_at)
);
CREATE INDEX rota_past_coverage_by_contract ON rota_past_coverage (contract_id, since);
GRANT SELECT, INSERT ON rota_past_coverage TO ${app};
