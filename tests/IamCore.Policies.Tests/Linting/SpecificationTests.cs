using System.Text.RegularExpressions;
using IamCore.Policies.Linting;

namespace IamCore.Policies.Tests.Linting;

/// <summary>VA-809: the rules in the code are the rules of the specification.</summary>
public sealed partial class SpecificationTests
{
    private static readonly Dictionary<string, string> SectionTypes = new(StringComparer.Ordinal)
    {
        ["5.1"] = "ERROR", ["5.2"] = "ERROR", ["5.3"] = "ERROR", ["5.4"] = "ERROR", ["5.5"] = "SECURITY_WARNING", ["5.6"] = "WARNING", ["5.7"] = "SUGGESTION",
    };

    [Fact] // VA-809
    public void The_rules_are_those_of_the_specification()
    {
        var written = ReadTables();
        Assert.Equal(157, written.Count(r => !r.Code.StartsWith("IAMCORE_", StringComparison.Ordinal)));
        var rules = PolicyValidator.Rules.Where(r => r.Id is not "VA-002" and not "VA-950").Select(r => (r.Code, Type: r.Type.ToWireName()));
        Assert.Equal(written.Order(), rules.Order());
    }

    [Fact] // VA-002, VA-950
    public void Two_codes_of_our_own_stand_outside_the_tables() =>
        Assert.Equal(
            [("IAMCORE_INVALID_VARIABLE", FindingType.Error), ("IAMCORE_UNUSED_SUPPRESSION", FindingType.Suggestion)],
            PolicyValidator.Rules.Where(r => r.Id is "VA-002" or "VA-950").Select(r => (r.Code, r.Type)).Order());

    [Theory] // VA-015
    [InlineData("INVALID_ACTION", "access-analyzer-reference-policy-checks-error-invalid-action")]
    [InlineData("TYPE_MISMATCH", "access-analyzer-reference-policy-checks-general-warning-type-mismatch")]
    [InlineData("PASS_ROLE_WITH_STAR_IN_RESOURCE", "access-analyzer-reference-policy-checks-security-warning-pass-role-with-star-in-resource")]
    [InlineData("REDUNDANT_ACTION", "access-analyzer-reference-policy-checks-suggestion-redundant-action")]
    [InlineData("IAMCORE_FULL_ADMIN", "iamcore-checks-security-warning-iamcore-full-admin")]
    public void A_code_has_the_anchor_of_its_page(string code, string anchor) =>
        Assert.Equal(anchor, PolicyValidator.Rules.Single(r => r.Code == code).LearnMore);

    private static List<(string Code, string Type)> ReadTables()
    {
        var found = new List<(string, string)>();
        var section = "";
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Spec", "validation.md")))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                section = heading.Groups[1].Value;
            }

            if (!line.StartsWith("| VA-", StringComparison.Ordinal))
            {
                continue;
            }

            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (SectionTypes.TryGetValue(section, out var type))
            {
                found.AddRange(cells[2].Split(',', StringSplitOptions.TrimEntries).Select(code => (code, type)));
            }
            else if (section == "6")
            {
                // One row names two codes: `A_…_ACTION / …_NOT_RESOURCE`.
                var codes = cells[2].Split('/', StringSplitOptions.TrimEntries);
                found.AddRange(codes.Select(code => (code.Replace("…", "IAMCORE_ALLOW_WITH", StringComparison.Ordinal), cells[3])));
            }
        }

        return found;
    }

    [GeneratedRegex(@"^#+ (\d+(?:\.\d+)?)\.? ")]
    private static partial Regex Heading();
}
