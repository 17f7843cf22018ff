using System.Text;

namespace IamCore.Cli.Tests;

/// <summary><c>iamcore directory</c> against a store file.</summary>
public sealed class DirectoryCommandTests : IDisposable
{
    private const string Team = """
        {
          "policies": [ { "name": "ReadDocs", "document": {
            "Version": "2012-10-17",
            "Statement": { "Effect": "Allow", "Action": ["docs:Read", "docs:List*"], "Resource": "*" } } } ],
          "groups": [ { "name": "Readers", "managedPolicies": [ "ReadDocs" ] } ],
          "users": [ { "name": "rita", "groups": [ "Readers" ], "permissionsBoundary": "ReadDocs", "tags": { "team": "docs" } } ],
          "roles": [ { "name": "Export",
            "trustPolicy": { "Version": "2012-10-17", "Statement": {
              "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:user/rita" }, "Action": "sts:AssumeRole" } },
            "inlinePolicies": { "own": { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "docs:Export", "Resource": "*" } } } } ]
        }
        """;

    private const string Kept = "Not in the file, and kept: user ann, group Admins\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iamcore-cli-");

    private string Store => Path.Combine(_folder.FullName, "iam.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_applied_once_and_changes_nothing_the_second_time()
    {
        Init();
        var check = Run(1, "apply", Write(Team), "--check");
        Assert.EndsWith("7 to change", check, StringComparison.Ordinal);
        Assert.DoesNotContain("rita", Run(0, "show"), StringComparison.Ordinal);
        var applied = Run(0, "apply", Write(Team));
        Assert.Equal(check.Replace("to change", "changed", StringComparison.Ordinal), applied);
        var stored = File.ReadAllBytes(Store);
        Assert.Equal(Kept + "Nothing to change", Run(0, "apply", Write(Team)));
        Assert.Equal(Kept + "Nothing to change", Run(0, "apply", Write(Team), "--check"));
        Assert.Equal(stored, File.ReadAllBytes(Store));
    }

    [Theory] // an unknown group, a broken document, an unknown policy, an unknown member, a trust in nobody, no JSON
    [InlineData("\"groups\": [ \"Readers\" ]", "\"groups\": [ \"Writers\" ]", "(6,44): NoSuchEntity")]
    [InlineData("\"Effect\": \"Allow\", \"Action\": [", "\"Effect\": \"Maybe\", \"Action\": [", "(4,31): InvalidEffect")]
    [InlineData("\"permissionsBoundary\": \"ReadDocs\"", "\"permissionsBoundary\": \"Nothing\"", "(6,82): There is no policy \"Nothing\"")]
    [InlineData("\"tags\"", "\"tag\"", "(6,94): Unknown member \"tag\"")]
    [InlineData("user/rita", "user/nobody", "(7,14): MalformedPolicyDocument")]
    [InlineData("\"roles\": [", "\"roles\": ", "(10,142): ")]
    public void A_file_with_one_error_changes_nothing_and_its_line_is_named(string right, string wrong, string expected)
    {
        Init();
        var before = File.ReadAllBytes(Store);
        var run = CliRun.Of("directory", "apply", Write(Team.Replace(right, wrong, StringComparison.Ordinal)), "--store", Store);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected[..(expected.IndexOf(',', StringComparison.Ordinal) + 1)], run.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Store));
    }

    [Fact]
    public void What_the_file_changes_is_drift_until_it_is_applied()
    {
        Init();
        Run(0, "apply", Write(Team));
        var changed = Team.Replace("docs:List*", "docs:Find*", StringComparison.Ordinal).Replace("\"team\": \"docs\"", "\"unit\": \"docs\"", StringComparison.Ordinal)
            .Replace("\"own\"", "\"other\"", StringComparison.Ordinal);
        string[] plan =
        [
            "new default version of policy ReadDocs", "untag user rita: team", "tag user rita: unit=docs", "delete inline policy own of role Export",
            "put inline policy other of role Export",
        ];
        Assert.Equal(Kept + string.Join('\n', [.. plan, "5 to change"]), Run(1, "apply", Write(changed), "--check"));
        Assert.Equal(Kept + string.Join('\n', [.. plan, "5 changed"]), Run(0, "apply", Write(changed)));
        Assert.Equal(Kept + "Nothing to change", Run(0, "apply", Write(changed)));
    }

    [Fact]
    public void What_the_file_does_not_name_is_listed_and_deleted_where_it_is_said_so()
    {
        Init();
        Run(0, "apply", Write(Team));
        var smaller = Team.Replace("\"rita\", \"groups\": [ \"Readers\" ], \"permissionsBoundary\": \"ReadDocs\"", "\"rita\"", StringComparison.Ordinal)
            .Replace("{ \"name\": \"Readers\", \"managedPolicies\": [ \"ReadDocs\" ] }", "", StringComparison.Ordinal);
        Assert.Equal("Not in the file, and kept: user ann, group Admins, group Readers\nNothing to change", Run(0, "apply", Write(smaller), "--check"));
        string[] plan = ["delete user ann", "delete group Admins", "delete group Readers"];
        Assert.Equal(string.Join('\n', [.. plan, "3 to change"]), Run(1, "apply", Write(smaller), "--prune", "--check"));
        Assert.Equal(string.Join('\n', [.. plan, "3 changed"]), Run(0, "apply", Write(smaller), "--prune"));
        Assert.Equal("Nothing to change", Run(0, "apply", Write(smaller), "--prune", "--check"));

        var before = File.ReadAllBytes(Store);
        var stillBound = smaller[..smaller.IndexOf("\"policies\"", StringComparison.Ordinal)] + smaller[smaller.IndexOf("\"groups\"", StringComparison.Ordinal)..];
        var refused = CliRun.Of("directory", "apply", Write(stillBound), "--store", Store, "--prune");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("(--prune): DeleteConflict", refused.Error, StringComparison.Ordinal); // rita is still within it
        Assert.Equal(before, File.ReadAllBytes(Store));
    }

    [Fact]
    public void A_boundary_is_removed_where_the_file_says_null()
    {
        Init();
        Run(0, "apply", Write(Team));
        var free = Team.Replace("\"permissionsBoundary\": \"ReadDocs\"", "\"permissionsBoundary\": null", StringComparison.Ordinal);
        Assert.Equal(Kept + "remove boundary of user rita\n1 changed", Run(0, "apply", Write(free)));
        Assert.Equal(Kept + "Nothing to change", Run(0, "apply", Write(free), "--check"));
        Assert.Equal(Kept + "set boundary of user rita to arn:aws:iam::123456789012:policy/ReadDocs\n1 to change", Run(1, "apply", Write(Team), "--check"));
    }

    [Fact]
    public void Roles_of_one_file_may_trust_each_other_in_any_order()
    {
        Init();
        const string Roles = """{ "roles": [ { "name": "A", "trustPolicy": TRUST_B }, { "name": "B", "path": "/x/", "trustPolicy": TRUST_A }, { "name": "C", "trustPolicy": TRUST_B } ] }""";
        var file = Roles.Replace("TRUST_A", Trust("role/A"), StringComparison.Ordinal).Replace("TRUST_B", Trust("role/x/B"), StringComparison.Ordinal);
        Assert.Equal(Kept + "create role A\ncreate role B\ncreate role C\nset trust policy of role A\n4 changed", Run(0, "apply", Write(file)));
        Assert.Equal(Kept + "Nothing to change", Run(0, "apply", Write(file), "--check"));
        var exported = Run(0, "export");
        Assert.Contains("123456789012:role/x/B", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("Deny", exported, StringComparison.Ordinal);

        var unknown = CliRun.Of("directory", "apply", Write(file.Replace("role/x/B", "role/x/None", StringComparison.Ordinal)), "--store", Store);
        Assert.Equal(2, unknown.ExitCode);

        static string Trust(string role) => $$"""
            { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:{{role}}" }, "Action": "sts:AssumeRole" } }
            """;
    }

    [Fact]
    public void What_is_exported_is_what_is_there()
    {
        Init();
        Run(0, "apply", Write(Team));
        var exported = Run(0, "export");
        Assert.Equal("Nothing to change", Run(0, "apply", Write(exported)));
        File.Delete(Store);
        Init(admin: false);
        Run(0, "apply", Write(exported));
        Assert.Equal(exported, Run(0, "export"));
    }

    [Fact]
    public void Questions_are_answered_with_their_reasons()
    {
        Init();
        Run(0, "apply", Write(Team));
        Assert.Equal(
            "arn:aws:iam::123456789012:user/ann by AdministratorAccess of group Admins\narn:aws:iam::123456789012:user/rita by ReadDocs of group Readers",
            Run(0, "who-can", "docs:Read"));
        Assert.Equal("docs:Read by ReadDocs of group Readers", Run(0, "what-can", "rita"));
        Assert.Equal("docs:Export by own of role Export", Run(0, "what-can", "arn:aws:iam::123456789012:role/Export"));
        Assert.StartsWith("Allow: arn:aws:iam::123456789012:user/rita docs:Read *\n  Allow by ReadDocs of group Readers, statement 1", Run(0, "explain", "rita", "docs:Read"), StringComparison.Ordinal);
        Assert.Equal("ImplicitDeny: arn:aws:iam::123456789012:user/rita docs:Export *", Run(1, "explain", "rita", "docs:Export"));
    }

    [Fact]
    public void A_user_is_cloned_to_a_new_and_to_an_old_one()
    {
        Init();
        Run(0, "apply", Write(Team));
        Assert.Equal("create user robin as a clone of rita", Run(0, "clone-user", "rita", "robin"));
        const string Changes = "iam:PutUserPermissionsBoundary arn:aws:iam::123456789012:policy/ReadDocs\niam:AddUserToGroup Readers";
        Assert.Equal(Changes, Run(1, "clone-user", "rita", "ann", "--check"));
        Assert.Equal(Changes, Run(0, "clone-user", "rita", "ann"));
        Assert.Equal("Nothing to change", Run(0, "clone-user", "rita", "ann"));
        Assert.Contains("user   /robin in Readers within ReadDocs", Run(0, "show"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_is_said_in_one_line()
    {
        Assert.Contains("There is no store", CliRun.Of("directory", "show", "--store", Store).Error, StringComparison.Ordinal);
        Init();
        var run = CliRun.Of("directory", "init", "--store", Store, "--name", "Other", "--email", "ROOT@acme.example");
        Assert.Equal((2, "iamcore: The e-mail address is in use by another account.\n"), (run.ExitCode, run.Error));
        Assert.Equal(2, CliRun.Of("directory", "what-can", "nobody", "--store", Store).ExitCode);
        Assert.Equal(2, CliRun.Of("directory", "show", "--store", Store, "--account", "999988887777").ExitCode);
    }

    private void Init(bool admin = true)
    {
        string[] arguments = ["directory", "init", "--store", Store, "--name", "Acme", "--email", "root@acme.example", "--id", "123456789012", .. admin ? ["--admin", "ann"] : Array.Empty<string>()];
        Assert.Equal(0, CliRun.Of(arguments).ExitCode);
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder.FullName, "team.json");
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    private string Run(int exitCode, params string[] arguments)
    {
        var run = CliRun.Of(["directory", .. arguments, "--store", Store]);
        Assert.Equal("", run.Error);
        Assert.Equal(exitCode, run.ExitCode);
        return run.Output.TrimEnd('\n');
    }
}
