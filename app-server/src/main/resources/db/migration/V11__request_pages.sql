-- Lists of one status are read in the order of time, too.
DROP INDEX media_request_by_status;
CREATE INDEX media_request_by_status ON media_request (status, created_at, id);
CREATE INDEX media_request_by_user_and_status ON media_request (user_id, status, created_at, id);
