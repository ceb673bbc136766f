-- What kind of work a ticket is, by the categories that its contract lists.
ALTER TABLE ticket ADD COLUMN category VARCHAR(40);
CREATE INDEX ticket_by_category ON ticket (category, id);
