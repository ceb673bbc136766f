-- Where a span of a rota ended, once another span has followed it; of the span that is published the rota says it.
ALTER TABLE rota_shift ADD COLUMN ends_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE rota_shift ADD CONSTRAINT rota_shift_ends_after_it_begins CHECK (ends_at IS NULL OR starts_at < ends_at);
