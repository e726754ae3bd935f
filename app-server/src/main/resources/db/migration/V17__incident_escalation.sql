-- How far an incident was carried that nobody looks after: 0 to the windows, 1 to all admins, 2 out of the house.
ALTER TABLE incident ADD COLUMN escalation INT DEFAULT 0 NOT NULL;
ALTER TABLE incident_step ADD COLUMN escalation VARCHAR(16);
