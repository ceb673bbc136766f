-- Ends the process in the middle of a migration.
CREATE TABLE halfway (id INTEGER NOT NULL PRIMARY KEY);
CREATE ALIAS halt_process FOR 'org.countersign.kernel.schema.CutOffMigration.halt';
CALL halt_process();
CREATE TABLE other_half (id INTEGER NOT NULL PRIMARY KEY);
