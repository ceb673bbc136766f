-- What was planned and withdrawn before it began. A version's row and number stay; one of the team that is named for the same day again is written anew.
CREATE TABLE contract_version_withdrawal (
  version_id     BIGINT                   NOT NULL PRIMARY KEY REFERENCES contract_version (id),
  withdrawn_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  withdrawn_by   VARCHAR(200)             NOT NULL
);
GRANT SELECT, INSERT ON contract_version_withdrawal TO ${app};

ALTER TABLE team_membership ADD COLUMN withdrawn_at TIMESTAMP WITH TIME ZONE;
