namespace IamCore.Cli.Tests;

/// <summary><c>iamcore validate</c> on a directory file: each document as what it is there, at its place in the file.</summary>
public sealed class DirectoryFileTests : IDisposable
{
    private const string Directory = """
        {
          "format": "iamcore-directory/1",
          "controlPolicies": [ { "id": "p-1", "name": "Größe 🚀", "type": "ServiceControl",
            "document": { "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "docs:*", "Resource": "*" } } } ],
          "users": [ { "id": "AIDA1", "inlinePolicies": [ { "name": "🚀", "document":
            {"Version":"2012-10-17","Statement":{"Effect":"allow","Action":"docs:*","Resource":"*"}} } ], "permissionsBoundary": "ManagedPolicy/ANPA1" } ],
          "roles": [ { "id": "AROA1", "trustPolicy": { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole" } } } ],
          "policies": [
            { "id": "ANPA1", "versions": [ { "document": { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "NotAction": "docs:*", "Resource": "*" } } } ] },
            { "id": "ANPA2", "versions": [ { "document": { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "NotAction": "docs:*", "Resource": "*" } } },
              { "document": "no document" } ] } ]
        }
        """;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"iamcore-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Each_document_is_judged_as_its_kind_where_it_stands()
    {
        File.WriteAllText(_path, Directory.ReplaceLineEndings("\n"));
        var run = CliRun.Of("validate", _path);
        var found = run.Output.Split('\n').Where(l => l.StartsWith(_path, StringComparison.Ordinal)).Select(l => string.Join(' ', l[_path.Length..].Split(' ')[..3]));
        Assert.Equal(
            [
                At(4, "\"Principal\"", "ERROR SCP_SYNTAX_ERROR_PRINCIPAL"),
                At(6, "\"allow\"", "ERROR INVALID_EFFECT"),
                At(7, "{ \"Effect\"", "ERROR MISSING_PRINCIPAL"),
                At(10, "\"NotAction\"", "SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION"), // of ANPA2: ANPA1 is a boundary
                At(11, "\"no document\"", "ERROR JSON_SYNTAX_ERROR"),
            ],
            found);
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public void A_suppression_counts_for_the_whole_file()
    {
        File.WriteAllText(_path, Directory.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("IAMCORE_UNUSED_SUPPRESSION", CliRun.Of("validate", _path, "--suppress", "INVALID_EFFECT").Output, StringComparison.Ordinal);
        var unused = CliRun.Of("validate", _path, "--suppress", "MISSING_VERSION");
        Assert.Equal(2, unused.Output.Split("IAMCORE_UNUSED_SUPPRESSION").Length);
    }

    [Fact]
    public void A_file_that_breaks_off_is_told()
    {
        File.WriteAllText(_path, Directory[..500]);
        var run = CliRun.Of("validate", _path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(" ERROR JSON_SYNTAX_ERROR ", run.Output, StringComparison.Ordinal);
    }

    [Theory] // VA-018
    [InlineData("ERROR", 1)]
    [InlineData("security_warning", 1)]
    [InlineData("NEVER", 0)]
    public void The_threshold_is_named_in_any_letter_case(string failOn, int exitCode)
    {
        File.WriteAllText(_path, Directory);
        Assert.Equal(exitCode, CliRun.Of("validate", _path, "--fail-on", failOn).ExitCode);
    }

    private static string At(int line, string text, string what) =>
        $"({line},{Directory.ReplaceLineEndings("\n").Split('\n')[line - 1].IndexOf(text, StringComparison.Ordinal) + 1}): {what}";
}
