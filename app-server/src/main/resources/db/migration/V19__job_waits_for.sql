-- The service whose return a job waits for, which then runs at once; NULL where it waits for its time alone.
ALTER TABLE job ADD COLUMN waits_for VARCHAR(200);
-- Attempts that met a service or a database that was down: they cost nothing.
ALTER TABLE job ADD COLUMN outages INT DEFAULT 0 NOT NULL;
