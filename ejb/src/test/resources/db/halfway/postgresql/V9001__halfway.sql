-- Ends its own connection in the middle of a migration.
CREATE TABLE halfway (id INTEGER NOT NULL PRIMARY KEY);
SELECT pg_terminate_backend(pg_backend_pid());
CREATE TABLE other_half (id INTEGER NOT NULL PRIMARY KEY);
