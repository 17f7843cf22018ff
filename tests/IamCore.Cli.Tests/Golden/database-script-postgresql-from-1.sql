BEGIN;

-- Which identity last used which action.

CREATE TABLE iam_last_access (
    id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    action text COLLATE "C" NOT NULL,
    accessed_at timestamp with time zone NOT NULL,
    principal text COLLATE "C" NOT NULL,
    region text COLLATE "C",
    PRIMARY KEY (id, kind, action)
);

CREATE INDEX iam_last_access_time ON iam_last_access (accessed_at);

INSERT INTO iam_schema (version) VALUES (2);

COMMIT;
