-- What an admin allows one person beside what holds for all; absent means as for all.
ALTER TABLE app_user ADD COLUMN requests_per_hour INT;
ALTER TABLE app_user ADD COLUMN downloads_per_hour INT;

CREATE TABLE notification (
    id         VARCHAR(40)   PRIMARY KEY,
    user_id    VARCHAR(40)   NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
    -- what it tells of: the same news told again makes no second notification
    news_key   VARCHAR(200)  NOT NULL,
    type       VARCHAR(40)   NOT NULL,
    -- the words are made when it is read, in the language of the reader; here is only what goes into them
    subject    VARCHAR(1000) NOT NULL,
    detail     VARCHAR(2000),
    action_url VARCHAR(300),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    read_at    TIMESTAMP WITH TIME ZONE,
    UNIQUE (user_id, news_key)
);

CREATE INDEX notification_by_user ON notification (user_id, created_at, id);
CREATE INDEX notification_unread ON notification (user_id, read_at, created_at);
CREATE INDEX notification_by_time ON notification (created_at);

-- What happened last, for the dashboard.
CREATE INDEX media_request_by_change ON media_request (updated_at);
CREATE INDEX media_request_by_user_change ON media_request (user_id, updated_at);
