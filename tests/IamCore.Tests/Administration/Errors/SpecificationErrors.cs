using System.Reflection;
using System.Text.RegularExpressions;
using IamCore.Administration;

namespace IamCore.Tests.Administration.Errors;

/// <summary>
/// The errors that the specification's <c>identities.md</c> names, read from its text: each code that a rule names, for each operation that it names. A
/// rule that names no operation asks for the error of any. Lines of the tables of names and of quotas ask for what the rule before the table says
/// of them all (ID-058, ID-182).
/// </summary>
internal static partial class SpecificationErrors
{
    /// <summary>Operations that a rule names in short: <c>Tag…</c>, <c>and the same trio for</c>, <c>…Group…</c>.</summary>
    private static readonly Dictionary<string, string> Shortened = new(StringComparer.Ordinal)
    {
        ["ID-078"] = string.Join(' ', "User Role Policy InstanceProfile OpenIDConnectProvider SAMLProvider ServerCertificate MFADevice".Split(' ').Select(o => $"Tag{o} Untag{o} List{o}Tags")),
        ["ID-126"] = "AttachRolePolicy DetachRolePolicy PutRolePolicy DeleteRolePolicy UpdateAssumeRolePolicy PutRolePermissionsBoundary DeleteRolePermissionsBoundary AddRoleToInstanceProfile RemoveRoleFromInstanceProfile",
        ["ID-158"] = "GetUserPolicy GetGroupPolicy GetRolePolicy DeleteUserPolicy DeleteGroupPolicy DeleteRolePolicy",
        ["ID-162"] = "PutUserPermissionsBoundary PutRolePermissionsBoundary",
    };

    /// <summary>Rules that name operations as the parts of another, whose errors they tell.</summary>
    private static readonly Dictionary<string, string> OfWhole = new(StringComparer.Ordinal)
    {
        ["ID-165"] = "CreateUser",
        ["ID-232"] = "CloneUserPermissions",
        ["ID-235"] = "CloneUserPermissions",
    };

    private static readonly HashSet<string> Operations =
        [.. typeof(IamAdministration).Assembly.GetTypes().Where(type => !type.IsAbstract && IsCommand(type)).Select(type => type.Name)];

    /// <summary>Each as rule, operation and code; <c>*</c> for any operation.</summary>
    public static IEnumerable<(string Rule, string Operation, string Code)> Read()
    {
        var rule = "";
        var text = new List<string>();
        foreach (var line in (string[])[.. File.ReadLines(Path.Combine(Root, "src", "IamCore", "Spec", "identities.md")), "- **ID-999** "])
        {
            if (Beginning().Match(line) is { Success: true } next)
            {
                foreach (var error in ErrorsOf(rule, string.Join('\n', text)))
                {
                    yield return error;
                }

                (rule, text) = (next.Groups[1].Value, [line]);
            }
            else if (TableLine().Match(line) is { Success: true } row)
            {
                var named = CodesIn(line);
                yield return (row.Groups[1].Value, "*", named.Count > 0 ? named[0] : rule == "ID-182" ? "LimitExceeded" : "ValidationError");
            }
            else if (!line.StartsWith('|') || rule == "ID-038")
            {
                text.Add(line);
            }
        }
    }

    /// <summary>The table of codes (ID-262) as a whole.</summary>
    public static IEnumerable<string> Codes() =>
        File.ReadLines(Path.Combine(Root, "src", "IamCore", "Spec", "identities.md")).SkipWhile(line => !line.StartsWith("- **ID-262**", StringComparison.Ordinal))
            .TakeWhile(line => !line.StartsWith("- **ID-263**", StringComparison.Ordinal)).SelectMany(line => CodesIn(line.Split('|') is [_, var first, ..] ? first : ""));

    private static IEnumerable<(string Rule, string Operation, string Code)> ErrorsOf(string rule, string text)
    {
        var codes = rule == "ID-262" ? [] : CodesIn(text);
        IEnumerable<string> operations = OfWhole.TryGetValue(rule, out var whole) ? [whole] : [.. Ticked().Matches(text).Select(m => m.Groups[1].Value).Where(Operations.Contains), .. Shortened.GetValueOrDefault(rule, "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return codes.SelectMany(code => !operations.Any() ? [(rule, "*", code)] : operations.Distinct(StringComparer.Ordinal).Select(operation => (rule, operation, code)));
    }

    private static List<string> CodesIn(string text) =>
        [.. Ticked().Matches(text).Select(m => m.Groups[1].Value).Where(name => Enum.TryParse<IamErrorCode>(name, out _)).Distinct(StringComparer.Ordinal)];

    private static bool IsCommand(Type type) => type.BaseType is { } parent
        && (parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(IamCommand<>) || IsCommand(parent));

    private static string Root => typeof(SpecificationErrors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SolutionRoot").Value!;

    [GeneratedRegex(@"^- \*\*(ID-\d{3})\*\*")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\| \*\*(ID-\d{3})\*\* \|")]
    private static partial Regex TableLine();

    [GeneratedRegex(@"`(?:[a-z]+:)?(\w+)")]
    private static partial Regex Ticked();
}
