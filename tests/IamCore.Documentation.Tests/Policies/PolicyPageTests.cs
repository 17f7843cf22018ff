using System.Text.RegularExpressions;

namespace IamCore.Documentation.Tests.Policies;

/// <summary>Each table of the page "Policies by example" is what the policies above it answer.</summary>
public sealed partial class PolicyPageTests
{
    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var section in Site.Read("guide", "policies.md").Split("\n## ").Skip(1))
        {
            var heading = section[..section.IndexOf('\n', StringComparison.Ordinal)];
            foreach (Match row in Row().Matches(section))
            {
                rows.Add(heading, row.Groups["request"].Value, row.Groups["context"].Value, row.Groups["answer"].Value);
            }
        }

        return rows;
    }

    [Fact]
    public void The_page_has_tables() => Assert.True(Rows().Count > 30);

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_answer_is_the_one_on_the_page(string example, string request, string context, string answer)
    {
        var section = Site.Read("guide", "policies.md").Split("\n## ").Single(s => s.StartsWith(example + "\n", StringComparison.Ordinal));
        var files = Document().Matches(section).Select(match => match.Groups["file"].Value).ToList();
        var policies = new ApplicablePolicies
        {
            Identity = [.. Of(files, "identity", PolicyType.Identity)],
            PermissionsBoundary = Of(files, "boundary", PolicyType.PermissionsBoundary).SingleOrDefault(),
            ServiceControl = [.. Of(files, "serviceControl", PolicyType.ServiceControl)],
            Resource = Of(files, "resource", PolicyType.Resource).Concat(Of(files, "trust", PolicyType.Trust)).SingleOrDefault(),
        };

        var parts = request.Split(' ');
        var asked = new AccessRequest(PrincipalOf(parts[0]), ActionName.Parse(parts[1]), ResourceOf(parts[2]), ContextOf(context));
        Assert.Equal(answer, PolicyEvaluator.Evaluate(asked, policies).Decision.ToString());
    }

    private static IEnumerable<PolicySet> Of(List<string> files, string kind, PolicyType type) =>
        files.Where(file => file.StartsWith(kind + "-", StringComparison.Ordinal)).Select(file => PolicySet.Compile(
            PolicyDocument.Parse(File.ReadAllText(Path.Combine(Site.SolutionRoot, "tests", "IamCore.Documentation.Tests", "Policies", file)), type)));

    private static Principal PrincipalOf(string name) => name.Split('/') switch
    {
        ["anonymous"] => Principal.Parse("*"),
        [var account, var user] => Principal.Parse($"arn:aws:iam::{account}:user/{user}"),
        _ => Principal.Parse($"arn:aws:iam::123456789012:user/{name}"),
    };

    private static ResourceName ResourceOf(string name) =>
        ResourceName.Parse(name.StartsWith("role/", StringComparison.Ordinal) ? $"arn:aws:iam::123456789012:{name}" : $"arn:app:docs::123456789012:{name}");

    private static RequestContext ContextOf(string text)
    {
        var context = new RequestContext();
        foreach (Match pair in Pair().Matches(text))
        {
            context.Add(pair.Groups["key"].Value, pair.Groups["value"].Value);
        }

        return context;
    }

    [GeneratedRegex(@"^\| `(?<request>[^`]+)` \| (?<context>[^|]*)\| (?<answer>\w+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[!code-json\[\]\([^)]*/(?<file>[^/)]+\.json)\)\]")]
    private static partial Regex Document();

    [GeneratedRegex("`(?<key>[^=`]+)=(?<value>[^`]+)`")]
    private static partial Regex Pair();
}
