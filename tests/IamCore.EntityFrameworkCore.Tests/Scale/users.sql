-- Fills a PostgreSQL directory that scale-load made (its account, policies and groups) with users up to :users, in the tables themselves.
-- Each is in two groups, as scale-load has it.
BEGIN;
SET LOCAL synchronous_commit = off;
CREATE TEMPORARY TABLE new_users ON COMMIT DROP AS
    SELECT i, 'AIDA' || lpad(i::text, 8, '0') AS id, 'user' || i AS name, 'AGPA' || lpad((i % 10000)::text, 8, '0') AS g1, 'AGPA' || lpad(((i + 1) % 10000)::text, 8, '0') AS g2
    FROM generate_series((SELECT count(*) FROM iam_objects WHERE kind = 'User'), :users - 1) AS i;
UPDATE iam_directory SET revision = revision + 1, watchable_after = revision + 1;
INSERT INTO iam_objects (id, kind, scope, folded_name, path, revision, body)
    SELECT n.id, 'User', '123456789012', name, '/', d.revision,
        format('{"id":"%s","account":"123456789012","name":"%s","path":"/","kind":"Unspecified","groups":["%s","%s"],"partition":"aws","createDate":"0001-01-01T00:00:00+00:00","revision":%s}', n.id, name, g1, g2, d.revision)
    FROM new_users AS n CROSS JOIN iam_directory AS d;
INSERT INTO iam_names (name, id, kind) SELECT '123456789012/user/' || name, id, 'User' FROM new_users;
INSERT INTO iam_references (source_id, source_kind, relation, target_id, target_kind, required_id, source_scope, source_name)
    SELECT id, 'User', 'Member', g, 'Group', g, '123456789012', name FROM new_users CROSS JOIN LATERAL (VALUES (g1), (g2)) AS groups (g);
INSERT INTO iam_commits (revision, token, committed_at) SELECT revision, 'users.sql', now() FROM iam_directory;
COMMIT;
ANALYZE;
