-- A setting may be the text of a file.
ALTER TABLE setting ALTER COLUMN content SET DATA TYPE varchar(200000);
