namespace IamCore.Scenarios.Tests;

/// <summary>The example of scenario-format.md and its parts.</summary>
internal static class Samples
{
    public const string Example = """
        {
          "name": "developers read their own prefix",
          "request": {
            "principal": "arn:aws:iam::123456789012:user/team/alice",
            "action": "s3:GetObject",
            "resource": "arn:aws:s3:::reports/team/alice/q3.csv",
            "resourceAccount": "123456789012",
            "context": {
              "aws:SourceIp": "203.0.113.7",
              "aws:MultiFactorAuthPresent": true,
              "aws:MultiFactorAuthAge": 120,
              "aws:TagKeys": ["team", "cost-center"],
              "aws:CurrentTime": "2026-01-31T09:30:00Z"
            }
          },
          "policies": {
            "identity": [ { "name": "ReadOwn", "document": { "Version": "2012-10-17", "Statement": [
              { "Sid": "AllowOwnPrefix", "Effect": "Allow", "Action": "s3:GetObject",
                "Resource": "arn:aws:s3:::reports/team/${aws:username}/*" } ] } } ],
            "permissionsBoundary": [ { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:*", "Resource": "*" } ] } ],
            "serviceControl": [ [ { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "*", "Resource": "*" } ] } ] ]
          },
          "expect": { "decision": "allow", "deniedBy": [], "matched": ["ReadOwn#AllowOwnPrefix"] }
        }
        """;

    /// <summary>A user's request with identity policies as given.</summary>
    public static string User(string identity, string? name = null, string action = "docs:Read", string expect = "")
    {
        var head = name is null ? "" : $"\"name\": \"{name}\", ";
        var tail = expect.Length == 0 ? "" : $", \"expect\": {expect}";
        return $$"""{ {{head}}"request": { "principal": "arn:aws:iam::123456789012:user/alice", "action": "{{action}}", "resource": "*" }, "policies": { "identity": [ {{identity}} ] }{{tail}} }""";
    }

    /// <summary>The same on one line, without a name: a line of JSON Lines.</summary>
    public static string Line(string name) => User("""{ "Statement": { "Effect": "Allow", "Action": "docs:*", "Resource": "*" } }""", name);

    public static ScenarioResult Run(string json) => Assert.Single(ScenarioFile.Parse(json)).Run();
}
