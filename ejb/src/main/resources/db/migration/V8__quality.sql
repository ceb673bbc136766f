-- Inspection of closed work by sampling (ISO 2859-1). What was drawn, found and decided is inserted once: the application's role
-- can neither change nor delete it. Only the count of reviews moves, and it can be recomputed from them.
CREATE TABLE inspection_lot (
  id               BIGINT                   NOT NULL PRIMARY KEY,
  contract_id      BIGINT                   NOT NULL REFERENCES contract (id),
  iso_week         VARCHAR(8)               NOT NULL,
  period_from      TIMESTAMP WITH TIME ZONE NOT NULL,
  period_until     TIMESTAMP WITH TIME ZONE NOT NULL,
  -- Set when the week was still running at the draw.
  cut_off_at       TIMESTAMP WITH TIME ZONE,
  scheme           VARCHAR(20)              NOT NULL CHECK (scheme IN ('ISO_2859_1', 'MIL_STD_105E')),
  inspection_level VARCHAR(5)               NOT NULL,
  aql              VARCHAR(10)              NOT NULL,
  regime           VARCHAR(20)              NOT NULL CHECK (regime IN ('NORMAL', 'TIGHTENED', 'REDUCED')),
  lot_size         INTEGER                  NOT NULL,
  population_hash  VARCHAR(64)              NOT NULL,
  seed             VARCHAR(100)             NOT NULL,
  draw_method      VARCHAR(40)              NOT NULL,
  code_letter      VARCHAR(1)               NOT NULL,
  use_letter       VARCHAR(1)               NOT NULL,
  sample_size      INTEGER                  NOT NULL,
  accept_number    INTEGER                  NOT NULL CHECK (accept_number >= 0),
  reject_number    INTEGER                  NOT NULL,
  inspect_all      BOOLEAN                  NOT NULL,
  drawn_at         TIMESTAMP WITH TIME ZONE NOT NULL,
  drawn_for        VARCHAR(200)             NOT NULL,
  UNIQUE (contract_id, iso_week),
  UNIQUE (id, contract_id),
  CHECK (sample_size >= 1 AND sample_size <= lot_size),
  CHECK (reject_number > accept_number),
  CHECK (period_until > period_from)
);
CREATE INDEX inspection_lot_by_week ON inspection_lot (iso_week, id);
GRANT SELECT, INSERT ON inspection_lot TO ${app};

-- Who was in the lot, at which position: with it and the seed anybody can draw again. A ticket closes once, so it is in one lot.
CREATE TABLE lot_member (
  lot_id           BIGINT                   NOT NULL,
  lot_position     INTEGER                  NOT NULL CHECK (lot_position >= 1),
  contract_id      BIGINT                   NOT NULL,
  ticket_id        BIGINT                   NOT NULL UNIQUE,
  ticket_number    VARCHAR(20)              NOT NULL,
  PRIMARY KEY (lot_id, lot_position),
  UNIQUE (lot_id, lot_position, ticket_id),
  FOREIGN KEY (lot_id, contract_id) REFERENCES inspection_lot (id, contract_id),
  FOREIGN KEY (ticket_id, contract_id) REFERENCES ticket (id, contract_id)
);
GRANT SELECT, INSERT ON lot_member TO ${app};

CREATE TABLE sampled_ticket (
  id               BIGINT                   NOT NULL PRIMARY KEY,
  lot_id           BIGINT                   NOT NULL,
  draw_order       INTEGER                  NOT NULL CHECK (draw_order >= 1),
  lot_position     INTEGER                  NOT NULL,
  ticket_id        BIGINT                   NOT NULL,
  ticket_number    VARCHAR(20)              NOT NULL,
  UNIQUE (lot_id, draw_order),
  UNIQUE (lot_id, lot_position),
  UNIQUE (id, lot_id),
  FOREIGN KEY (lot_id, lot_position, ticket_id) REFERENCES lot_member (lot_id, lot_position, ticket_id)
);
GRANT SELECT, INSERT ON sampled_ticket TO ${app};

-- How far the reviews have come; locked while a review is given, so that exactly one of them is the last.
CREATE TABLE lot_progress (
  lot_id           BIGINT                   NOT NULL PRIMARY KEY REFERENCES inspection_lot (id),
  reviewed         INTEGER                  NOT NULL CHECK (reviewed >= 0),
  nonconforming    INTEGER                  NOT NULL CHECK (nonconforming >= 0)
);
GRANT SELECT, INSERT, UPDATE ON lot_progress TO ${app};

-- One review a drawn ticket, under the same id; final.
CREATE TABLE quality_review (
  id               BIGINT                   NOT NULL PRIMARY KEY,
  lot_id           BIGINT                   NOT NULL,
  reviewer_id      BIGINT                   NOT NULL REFERENCES account (id),
  nonconformities  INTEGER                  NOT NULL CHECK (nonconformities >= 0),
  given_at         TIMESTAMP WITH TIME ZONE NOT NULL,
  FOREIGN KEY (id, lot_id) REFERENCES sampled_ticket (id, lot_id)
);
CREATE INDEX quality_review_by_lot ON quality_review (lot_id);
GRANT SELECT, INSERT ON quality_review TO ${app};

CREATE TABLE review_finding (
  review_id        BIGINT                   NOT NULL REFERENCES quality_review (id),
  characteristic   VARCHAR(40)              NOT NULL,
  conforming       BOOLEAN                  NOT NULL,
  note             VARCHAR(2000),
  PRIMARY KEY (review_id, characteristic),
  CHECK (conforming OR note IS NOT NULL)
);
GRANT SELECT, INSERT ON review_finding TO ${app};

CREATE TABLE lot_decision (
  lot_id           BIGINT                   NOT NULL PRIMARY KEY REFERENCES inspection_lot (id),
  nonconforming    INTEGER                  NOT NULL CHECK (nonconforming >= 0),
  verdict          VARCHAR(20)              NOT NULL CHECK (verdict IN ('ACCEPTED', 'NOT_ACCEPTED')),
  decided_at       TIMESTAMP WITH TIME ZONE NOT NULL
);
GRANT SELECT, INSERT ON lot_decision TO ${app};
