-- What people have set in the program. The file, the environment and the command line are stronger.

CREATE TABLE setting (
    name       varchar(100)  PRIMARY KEY,
    content    varchar(8000) NOT NULL, -- secrets are encrypted
    changed_at timestamp with time zone NOT NULL,
    changed_by varchar(40)   NOT NULL
);
