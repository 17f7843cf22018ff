-- Which identity last used which action.

CREATE TABLE iam_last_access (
    id text NOT NULL,
    kind text NOT NULL,
    action text NOT NULL,
    accessed_at text NOT NULL,
    principal text NOT NULL,
    region text,
    PRIMARY KEY (id, kind, action)
);

CREATE INDEX iam_last_access_time ON iam_last_access (accessed_at);
