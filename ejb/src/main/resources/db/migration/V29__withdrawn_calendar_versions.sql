-- A version of a calendar that was withdrawn before it began. That is a recording of its own, with the day and the hours of what it withdraws: what was
-- computed by an earlier recording can be computed again.
ALTER TABLE calendar_version ADD COLUMN withdraws INTEGER;
ALTER TABLE calendar_version ADD CONSTRAINT calendar_version_withdraws_an_earlier_one CHECK (withdraws > 1 AND withdraws < number);
ALTER TABLE calendar_version ADD CONSTRAINT calendar_version_is_withdrawn_once UNIQUE (calendar_id, withdraws);
ALTER TABLE calendar_version ADD CONSTRAINT calendar_version_withdraws_one_of_its_calendar
  FOREIGN KEY (calendar_id, withdraws) REFERENCES calendar_version (calendar_id, number);
