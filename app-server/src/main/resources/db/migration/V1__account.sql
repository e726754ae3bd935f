-- People of the household, their sessions, the tokens of their devices; and what the installation knows of itself.

CREATE TABLE installation (
    name    varchar(100) PRIMARY KEY,
    content varchar(2000) NOT NULL
);

CREATE TABLE app_user (
    id            varchar(40)  PRIMARY KEY,
    username      varchar(200) NOT NULL,
    email         varchar(320),
    thumb         varchar(2000),
    role          varchar(20)  NOT NULL,
    status        varchar(20)  NOT NULL,
    plex_id       varchar(64)  UNIQUE,
    plex_token    varchar(4000), -- encrypted
    preferences   text         NOT NULL,
    created_at    timestamp with time zone NOT NULL,
    updated_at    timestamp with time zone NOT NULL,
    last_login_at timestamp with time zone
);

CREATE TABLE session (
    id           varchar(40) PRIMARY KEY,
    user_id      varchar(40) NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
    remember_me  boolean     NOT NULL,
    user_agent   varchar(300),
    ip           varchar(64) NOT NULL,
    created_at   timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    expires_at   timestamp with time zone NOT NULL
);
CREATE INDEX session_by_user ON session (user_id);
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE api_token (
    id           varchar(40)  PRIMARY KEY,
    user_id      varchar(40)  NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
    name         varchar(100) NOT NULL,
    hash         varchar(64)  NOT NULL UNIQUE,
    created_at   timestamp with time zone NOT NULL,
    expires_at   timestamp with time zone,
    last_used_at timestamp with time zone
);
CREATE INDEX api_token_by_user ON api_token (user_id);
