-- Where notifications go beside the program. Addresses and secrets are sealed: an address may be a key itself.
CREATE TABLE outgoing_target (
    id             VARCHAR(40)   PRIMARY KEY,
    name           VARCHAR(100)  NOT NULL,
    kind           VARCHAR(16)   NOT NULL,
    address        VARCHAR(4000) NOT NULL,
    secret         VARCHAR(4000),
    username       VARCHAR(255),
    sender         VARCHAR(320),
    -- one to a line
    recipients     VARCHAR(7000),
    -- with commas between them
    events         VARCHAR(1000) NOT NULL,
    language       VARCHAR(35)   NOT NULL,
    enabled        BOOLEAN       NOT NULL,
    created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    last_sent_at   TIMESTAMP WITH TIME ZONE,
    last_failed_at TIMESTAMP WITH TIME ZONE,
    last_error     VARCHAR(2000)
);

-- What is or was to be sent: each piece of news once to each target, however often it is told.
CREATE TABLE outgoing_delivery (
    id         VARCHAR(40)   PRIMARY KEY,
    target_id  VARCHAR(40)   NOT NULL REFERENCES outgoing_target (id) ON DELETE CASCADE,
    news_key   VARCHAR(200)  NOT NULL,
    type       VARCHAR(40)   NOT NULL,
    subject    VARCHAR(1000) NOT NULL,
    detail     VARCHAR(2000),
    action_url VARCHAR(300),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sent_at    TIMESTAMP WITH TIME ZONE,
    UNIQUE (target_id, news_key)
);

CREATE INDEX outgoing_delivery_by_time ON outgoing_delivery (created_at);
