-- Set when the same work is asked for while the job runs: what it has read may be old by then, so that it runs again.
ALTER TABLE job ADD COLUMN once_more BOOLEAN DEFAULT FALSE NOT NULL;
