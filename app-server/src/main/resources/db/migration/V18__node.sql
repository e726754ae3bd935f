-- The servers that work on this database at the moment.
CREATE TABLE node (
    id        VARCHAR(40) PRIMARY KEY,
    -- grows while the server lives
    beat      BIGINT      NOT NULL,
    joined_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- What only one of them does at a time, and which one that is.
CREATE TABLE lease (
    name   VARCHAR(40) PRIMARY KEY,
    holder VARCHAR(40) NOT NULL
);
INSERT INTO lease (name, holder) VALUES ('recurring work', 'nobody');

-- The server that works on it; NULL while none does.
ALTER TABLE job ADD COLUMN node VARCHAR(40);
ALTER TABLE download ADD COLUMN node VARCHAR(40);

-- What one server hands out and another may be given back, for minutes: pairing codes, sign-ins that wait.
CREATE TABLE passing (
    kind       VARCHAR(40)   NOT NULL,
    name       VARCHAR(100)  NOT NULL,
    content    VARCHAR(4000) NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (kind, name)
);
