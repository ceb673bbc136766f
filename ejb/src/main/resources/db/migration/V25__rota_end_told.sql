-- The end of the published plan of which the managers were told; they are told once of each.
ALTER TABLE rota ADD COLUMN end_told TIMESTAMP WITH TIME ZONE;
