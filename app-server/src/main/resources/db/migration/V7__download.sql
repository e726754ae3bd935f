-- Videos and playlists that people want on the household's disk; the videos of a playlist are rows of their own.

ALTER TABLE app_user ADD COLUMN downloads_need_approval boolean DEFAULT FALSE NOT NULL;

CREATE TABLE download (
    id               VARCHAR(40)   PRIMARY KEY,
    user_id          VARCHAR(40)   NOT NULL,
    kind             VARCHAR(16)   NOT NULL,
    url              VARCHAR(2000) NOT NULL,
    -- as its host calls it: of the video, or of the list
    video_id         VARCHAR(200)  NOT NULL,
    playlist_id      VARCHAR(40)   REFERENCES download (id) ON DELETE CASCADE,
    item_position    INT,
    title            VARCHAR(1000),
    uploader         VARCHAR(500),
    thumbnail        VARCHAR(2000),
    duration         BIGINT,
    quality          VARCHAR(16)   NOT NULL,
    format           VARCHAR(16)   NOT NULL,
    -- the positions that were asked for, as JSON; NULL for all
    wanted_items     VARCHAR(8000),
    -- whether it is loaded although it is there already
    again            BOOLEAN       NOT NULL,
    status           VARCHAR(16)   NOT NULL,
    -- among the downloads of the same person, the smallest first
    place            BIGINT        NOT NULL,
    attempts         INT           NOT NULL,
    next_attempt_at  TIMESTAMP WITH TIME ZONE,
    progress         DOUBLE PRECISION NOT NULL,
    downloaded_bytes BIGINT,
    file_size        BIGINT,
    output_path      VARCHAR(4000),
    -- files that belong to the one at output_path, as JSON
    beside           VARCHAR(16000),
    note             VARCHAR(2000),
    error            VARCHAR(2000),
    -- how the videos of a playlist are doing
    items_total      INT NOT NULL,
    items_completed  INT NOT NULL,
    items_running    INT NOT NULL,
    items_waiting    INT NOT NULL,
    items_failed     INT NOT NULL,
    items_cancelled  INT NOT NULL,
    -- what was wished for; open_key is the same while it stands in the way of another such wish, NULL otherwise
    wish_key         VARCHAR(300)  NOT NULL,
    open_key         VARCHAR(300) UNIQUE,
    -- the video's id while a process works on it, so that there is one at most; NULL otherwise
    running_key      VARCHAR(200)  UNIQUE,
    correlation_id   VARCHAR(64)   NOT NULL,
    created_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    started_at       TIMESTAMP WITH TIME ZONE,
    completed_at     TIMESTAMP WITH TIME ZONE,
    version          INT           NOT NULL
);

CREATE INDEX download_by_user ON download (user_id, created_at, id);
CREATE INDEX download_by_time ON download (created_at, id);
CREATE INDEX download_queue ON download (status, user_id, place);
CREATE INDEX download_by_playlist ON download (playlist_id, item_position);
CREATE INDEX download_by_video ON download (video_id, status);

-- Whose turn it was last: the larger the number, the later.
CREATE TABLE download_turn (
    user_id VARCHAR(40) PRIMARY KEY,
    served  BIGINT      NOT NULL
);
