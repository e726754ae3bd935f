-- The service that does not answer while a request waits to be passed on; NULL otherwise.
ALTER TABLE media_request ADD COLUMN waiting_for VARCHAR(40);
