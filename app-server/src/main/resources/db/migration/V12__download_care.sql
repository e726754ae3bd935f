-- The folder below which the files of a download are; NULL before its first run.
ALTER TABLE download ADD COLUMN home VARCHAR(4000);

-- Number and beginning of the process that works on it, for finding it after a crash; NULL otherwise.
ALTER TABLE download ADD COLUMN process VARCHAR(100);

-- Only what is queued or running stands in the way of another such wish.
UPDATE download SET open_key = NULL WHERE status IN ('pending', 'paused');
