-- Until when a ticket waits, where that was agreed; the wait ends at this very instant, whoever looks.
ALTER TABLE clock_event ADD COLUMN until_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE clock_event ADD CONSTRAINT clock_event_only_a_hold_has_an_end CHECK (until_at IS NULL OR kind = 'ON_HOLD');

-- When the ticket goes on by itself; empty for all that does not, so that the sweep reads what is due and nothing else.
ALTER TABLE ticket ADD COLUMN hold_until TIMESTAMP WITH TIME ZONE;
ALTER TABLE ticket ADD CONSTRAINT ticket_waits_until CHECK (hold_until IS NULL OR state = 'ON_HOLD');
CREATE INDEX ticket_hold_ends ON ticket (hold_until, id);
