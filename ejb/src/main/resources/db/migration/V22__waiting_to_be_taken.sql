-- How often somebody had to be found for the ticket; a rule about tickets that nobody takes applies each time anew.
ALTER TABLE ticket ADD COLUMN unassigned_times INTEGER DEFAULT 0 NOT NULL;
UPDATE ticket SET unassigned_times = CASE level WHEN 'L1' THEN 1 WHEN 'L2' THEN 2 WHEN 'L3' THEN 3 ELSE 4 END;
