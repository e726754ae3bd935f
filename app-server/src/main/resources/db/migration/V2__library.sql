-- What is in the Plex library: a copy, so that whether a title is there can be told for a whole page of titles at once,
-- and also while Plex is off.

CREATE TABLE library_server (
    id smallint PRIMARY KEY CHECK (id = 1),
    machine_identifier varchar(200) NOT NULL
);

CREATE TABLE library_section (
    section_key varchar(100) PRIMARY KEY,
    title varchar(500) NOT NULL,
    type varchar(20) NOT NULL,
    -- Counts the full reads: an item that the last one did not see is gone.
    generation bigint NOT NULL,
    -- The latest change in it that was read, in Plex's time; absent until it was read in full.
    changed_until timestamp with time zone,
    -- When it was last compared in full.
    compared_at timestamp with time zone
);

CREATE TABLE library_item (
    rating_key varchar(100) PRIMARY KEY,
    section_key varchar(100) NOT NULL,
    media_type varchar(10) NOT NULL,
    tmdb_id varchar(20),
    imdb_id varchar(20),
    tvdb_id varchar(20),
    title varchar(1000) NOT NULL,
    release_year integer,
    added_at timestamp with time zone,
    updated_at timestamp with time zone,
    thumb varchar(1000),
    generation bigint NOT NULL
);

CREATE INDEX library_item_by_tmdb ON library_item (tmdb_id, media_type);
CREATE INDEX library_item_by_section ON library_item (section_key, generation);
