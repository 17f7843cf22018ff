-- Written by the first version of the library; never made anew.

INSERT INTO iam_objects (id, kind, scope, folded_name, path, revision, body) VALUES ('123456789012', 'Account', '', 'account 123456789012', '/', 1, '{"id":"123456789012","name":"Account 123456789012","email":"root@123456789012.example.com","partition":"aws","canonicalUserId":"0000000000000000000000000000000000000000000000000000123456789012","createDate":"0001-01-01T00:00:00+00:00","status":"Active","rootUsageGuard":"Warn","revision":1}');
INSERT INTO iam_objects (id, kind, scope, folded_name, path, revision, body) VALUES ('AGPAAAAAAAAAAAAAAAAA2', 'Group', '123456789012', 'readers', '/', 1, '{"id":"AGPAAAAAAAAAAAAAAAAA2","account":"123456789012","name":"Readers","path":"/","attachedPolicies":["ManagedPolicy/ANPAAAAAAAAAAAAAAAAAY"],"partition":"aws","createDate":"0001-01-01T00:00:00+00:00","revision":1}');
INSERT INTO iam_objects (id, kind, scope, folded_name, path, revision, body) VALUES ('AIDAAAAAAAAAAAAAAAAA3', 'User', '123456789012', 'ann', '/', 1, '{"id":"AIDAAAAAAAAAAAAAAAAA3","account":"123456789012","name":"ann","path":"/","kind":"Unspecified","groups":["AGPAAAAAAAAAAAAAAAAA2"],"inlinePolicies":[{"name":"Write","document":{ "Version" : "2012-10-17",
	"Statement": {"Effect":"Allow","Action":"docs:Write","Resource":"*"} }}],"partition":"aws","createDate":"0001-01-01T00:00:00+00:00","revision":1}');
INSERT INTO iam_objects (id, kind, scope, folded_name, path, revision, body) VALUES ('AIDAAAAAAAAAAAAAAAAA4', 'User', '123456789012', 'bob', '/', 2, '{"id":"AIDAAAAAAAAAAAAAAAAA4","account":"123456789012","name":"bob","path":"/","kind":"Unspecified","partition":"aws","createDate":"0001-01-01T00:00:00+00:00","revision":2}');
INSERT INTO iam_objects (id, kind, scope, folded_name, path, revision, body) VALUES ('ANPAAAAAAAAAAAAAAAAAY', 'ManagedPolicy', '123456789012', 'read', '/', 1, '{"id":"ANPAAAAAAAAAAAAAAAAAY","account":"123456789012","name":"Read","path":"/","updateDate":"0001-01-01T00:00:00+00:00","defaultVersionId":"v1","nextVersion":2,"versions":[{"versionId":"v1","document":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"*"}]},"createDate":"0001-01-01T00:00:00+00:00"}],"partition":"aws","createDate":"0001-01-01T00:00:00+00:00","revision":1}');
INSERT INTO iam_names (name, id, kind) VALUES ('123456789012/group/readers', 'AGPAAAAAAAAAAAAAAAAA2', 'Group');
INSERT INTO iam_names (name, id, kind) VALUES ('123456789012/policy/read', 'ANPAAAAAAAAAAAAAAAAAY', 'ManagedPolicy');
INSERT INTO iam_names (name, id, kind) VALUES ('123456789012/user/ann', 'AIDAAAAAAAAAAAAAAAAA3', 'User');
INSERT INTO iam_names (name, id, kind) VALUES ('123456789012/user/bob', 'AIDAAAAAAAAAAAAAAAAA4', 'User');
INSERT INTO iam_names (name, id, kind) VALUES ('root-email/root@123456789012.example.com', '123456789012', 'Account');
INSERT INTO iam_references (source_id, source_kind, relation, target_id, target_kind, required_id, source_scope, source_name) VALUES ('AGPAAAAAAAAAAAAAAAAA2', 'Group', 'AttachedPolicy', 'ANPAAAAAAAAAAAAAAAAAY', 'ManagedPolicy', 'ANPAAAAAAAAAAAAAAAAAY', '123456789012', 'readers');
INSERT INTO iam_references (source_id, source_kind, relation, target_id, target_kind, required_id, source_scope, source_name) VALUES ('AIDAAAAAAAAAAAAAAAAA3', 'User', 'Member', 'AGPAAAAAAAAAAAAAAAAA2', 'Group', 'AGPAAAAAAAAAAAAAAAAA2', '123456789012', 'ann');
INSERT INTO iam_commits (revision, token, committed_at) VALUES (1, 'e267b35508d74acaaa068da2f0dc3fdc', '2026-11-22 03:35:25.4255077');
INSERT INTO iam_commits (revision, token, committed_at) VALUES (2, 'e1a233475ed2485782b111667efb572d', '2026-11-22 03:35:26.271149');
INSERT INTO iam_changes (revision, id, kind, change) VALUES (1, '123456789012', 'Account', 'Put');
INSERT INTO iam_changes (revision, id, kind, change) VALUES (1, 'AGPAAAAAAAAAAAAAAAAA2', 'Group', 'Put');
INSERT INTO iam_changes (revision, id, kind, change) VALUES (1, 'AIDAAAAAAAAAAAAAAAAA3', 'User', 'Put');
INSERT INTO iam_changes (revision, id, kind, change) VALUES (1, 'AIDAAAAAAAAAAAAAAAAA4', 'User', 'Put');
INSERT INTO iam_changes (revision, id, kind, change) VALUES (1, 'ANPAAAAAAAAAAAAAAAAAY', 'ManagedPolicy', 'Put');
INSERT INTO iam_changes (revision, id, kind, change) VALUES (2, 'AIDAAAAAAAAAAAAAAAAA4', 'User', 'Put');
UPDATE iam_directory SET revision = 2;
