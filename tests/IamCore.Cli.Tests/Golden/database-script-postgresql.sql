BEGIN;

CREATE TABLE iam_schema (version integer PRIMARY KEY, applied_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP);

-- The directory: objects, their unique names and references, and the log of changes.
-- Every text is compared byte by byte, whatever the database's collation.

CREATE TABLE iam_directory (
    id integer PRIMARY KEY CHECK (id = 1),
    revision bigint NOT NULL CHECK (revision >= 0),
    watchable_after bigint NOT NULL
);

INSERT INTO iam_directory (id, revision, watchable_after) VALUES (1, 0, 0);

CREATE TABLE iam_objects (
    id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    scope text COLLATE "C" NOT NULL,
    folded_name text COLLATE "C" NOT NULL,
    path text COLLATE "C" NOT NULL,
    revision bigint NOT NULL CHECK (revision > 0),
    body text COLLATE "C" NOT NULL,
    PRIMARY KEY (id, kind)
);

CREATE UNIQUE INDEX iam_objects_list ON iam_objects (kind, scope, folded_name, id);

CREATE TABLE iam_names (
    name text COLLATE "C" PRIMARY KEY,
    id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    FOREIGN KEY (id, kind) REFERENCES iam_objects (id, kind) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX iam_names_holder ON iam_names (id, kind);

CREATE TABLE iam_references (
    source_id text COLLATE "C" NOT NULL,
    source_kind text COLLATE "C" NOT NULL,
    relation text COLLATE "C" NOT NULL,
    target_id text COLLATE "C" NOT NULL,
    target_kind text COLLATE "C" NOT NULL,
    required_id text COLLATE "C" CHECK (required_id = target_id),
    source_scope text COLLATE "C" NOT NULL,
    source_name text COLLATE "C" NOT NULL,
    PRIMARY KEY (source_id, source_kind, relation, target_id, target_kind),
    FOREIGN KEY (source_id, source_kind) REFERENCES iam_objects (id, kind) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (required_id, target_kind) REFERENCES iam_objects (id, kind) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX iam_references_target ON iam_references (target_id, target_kind, relation, source_kind, source_scope, source_name, source_id);

CREATE TABLE iam_commits (
    revision bigint PRIMARY KEY,
    token text COLLATE "C" NOT NULL UNIQUE,
    committed_at timestamp with time zone NOT NULL
);

CREATE TABLE iam_changes (
    revision bigint NOT NULL REFERENCES iam_commits (revision) DEFERRABLE INITIALLY DEFERRED,
    id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    change text COLLATE "C" NOT NULL CHECK (change IN ('Put', 'Delete')),
    PRIMARY KEY (revision, id, kind)
);

INSERT INTO iam_schema (version) VALUES (1);

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
