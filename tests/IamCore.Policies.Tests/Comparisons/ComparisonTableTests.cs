using System.Text.Json;
using IamCore.Policies.Comparisons;
using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Checks;

namespace IamCore.Policies.Tests.Comparisons;

/// <summary>A comparison is its row: no member lacks one, and every row can be written in a policy, compared and validated.</summary>
public sealed class ComparisonTableTests
{
    public static TheoryData<Comparison> All => [.. Enum.GetValues<Comparison>()];

    [Theory, Rule("PL-130")]
    [MemberData(nameof(All))]
    public void Every_comparison_has_its_row_and_is_read_by_its_name(Comparison comparison)
    {
        Assert.Equal(comparison, ComparisonTable.Of(comparison).Comparison);
        Assert.True(ConditionOperator.TryParse(comparison.ToString().ToUpperInvariant(), out var read));
        Assert.Equal(new ConditionOperator(comparison), read);
    }

    [Fact, Rule("PL-130")]
    public void There_is_one_row_a_comparison_and_a_number_that_is_none_has_no_family()
    {
        Assert.Equal(Enum.GetValues<Comparison>().Length, ComparisonTable.All.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConditionOperator((Comparison)ComparisonTable.All.Length).Family);
    }

    [Theory, Rule("PL-130")]
    [MemberData(nameof(All))]
    public void A_negated_comparison_has_Not_in_its_name_and_is_otherwise_as_its_positive_form(Comparison comparison)
    {
        var row = ComparisonTable.Of(comparison);
        Assert.Equal(row.Name.Contains("Not", StringComparison.Ordinal), row.Negates is not null);
        if (row.Negates is { } negated)
        {
            var positive = ComparisonTable.Of(negated);
            Assert.Equal(positive.Name, row.Name.Replace("Not", "", StringComparison.Ordinal));
            Assert.Equal(positive, row with { Comparison = negated, Negates = null });
        }
    }

    [Theory, Rule("PL-172")]
    [MemberData(nameof(All))]
    public void The_matcher_of_a_comparison_with_variables_compares_what_they_give(Comparison comparison)
    {
        var row = ComparisonTable.Of(comparison);
        if (row.TakesVariables)
        {
            Assert.IsAssignableFrom<PatternMatcher>(row.Matcher(["a"]));
        }
    }

    [Theory, Rule("VA-420")]
    [MemberData(nameof(All))]
    public void The_validator_knows_the_family_of_every_comparison(Comparison comparison)
    {
        var op = new ConditionOperator(comparison);
        Assert.True(OperatorTypes.Fits(op.Family, KeyTypes.Unknown, isEpochTime: false));
        _ = OperatorTypes.Fits(op.Family, KeyTypes.String | KeyTypes.Scalar, isEpochTime: false);
        foreach (var value in (string[])["\u0001 no such form", "true", "1", "2026-01-31", "10.0.0.0/8", "arn:aws:s3:::a", "YQ=="])
        {
            var json = $$$"""
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"{{{op}}}":{"a:key": {{{JsonSerializer.Serialize(value)}}} } } } }
                """;
            var findings = PolicyValidator.Validate(json, new ValidationOptions(PolicyType.Identity));
            if (!PolicyDocument.TryParse(json, PolicyType.Identity, out _, out _))
            {
                Assert.Contains(findings, f => f.Type == FindingType.Error);
            }
        }
    }
}
