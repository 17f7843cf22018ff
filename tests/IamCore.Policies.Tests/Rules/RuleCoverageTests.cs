using System.Reflection;
using System.Text.RegularExpressions;
using IamCore.Policies.Tests.Vectors;

namespace IamCore.Policies.Tests.Rules;

/// <summary>Every rule of the specification that can be tested is: a vector's name or a test's <see cref="RuleAttribute"/> names it.</summary>
public sealed partial class RuleCoverageTests
{
    private static readonly string[] Specifications = ["policy-language.md", "evaluation.md", "scenario-format.md"];

    /// <summary>Rules without a row, each with the reason.</summary>
    private static readonly Dictionary<string, string> Untestable = new()
    {
        ["EV-102"] = "says what is not modelled",
        ["EV-106"] = "says what a host does with several requests",
    };

    [Fact]
    public void Every_rule_has_a_row()
    {
        var rules = Rules();
        var tested = Tested();
        var missing = rules.Where(r => !tested.Contains(r) && !Untestable.ContainsKey(r)).ToList();
        Assert.True(missing.Count == 0, $"Neither a vector nor a test names {string.Join(", ", missing)}");
    }

    [Fact]
    public void Rows_name_rules_that_exist()
    {
        var rules = Rules();
        Assert.True(rules.Count > 180, $"only {rules.Count} rules were found");
        Assert.Empty(Tested().Except(rules));
    }

    [Fact]
    public void A_rule_called_untestable_exists_and_has_no_row()
    {
        Assert.Empty(Untestable.Keys.Except(Rules()));
        Assert.Empty(Untestable.Keys.Intersect(Tested()));
    }

    private static HashSet<string> Rules() =>
        [.. Specifications.SelectMany(file => Definition().Matches(File.ReadAllText(Path.Combine(VectorFiles.Root(), "src", "IamCore.Policies", "Spec", file))).Select(m => m.Groups[1].Value))];

    /// <summary>Rules of other documents (ST-, VA-, …) may be named as well.</summary>
    private static HashSet<string> Tested()
    {
        var byAttribute = typeof(RuleCoverageTests).Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RuleAttribute>().Concat(t.GetMethods().SelectMany(m => m.GetCustomAttributes<RuleAttribute>())))
            .Select(r => r.Id);
        var byVector = VectorFiles.All.SelectMany(v => Mention().Matches(v.Reading.Name ?? "").Select(m => m.Value));
        return [.. byAttribute.Concat(byVector).Where(r => r.StartsWith("PL-", StringComparison.Ordinal) || r.StartsWith("EV-", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"^- \*\*((?:PL|EV)-\d{3})", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\b(?:PL|EV)-\d{3}\b")]
    private static partial Regex Mention();
}
