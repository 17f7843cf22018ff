using IamCore.Policies.Linting;

namespace IamCore.Policies.Tests.Linting;

/// <summary>VA-801: every code on its examples.</summary>
public sealed class FindingCaseTests
{
    public static TheoryData<string, int> Fires => Rows(c => c.Fires.Count);

    public static TheoryData<string, int> Silent => Rows(c => c.Silent.Count);

    [Theory]
    [MemberData(nameof(Fires))]
    public void A_code_fires_at_its_places(string code, int index)
    {
        var example = FindingCase.Of(code).Fires[index];
        var findings = PolicyValidator.Validate(example.Text, example.Options);
        var finding = Assert.Single(findings, f => f.Code == code);

        Assert.Equal(example.Path, finding.Path);
        Assert.Equal(example.Type, finding.Type.ToWireName());
        Assert.Equal(example.ParserCode, finding.Arguments.GetValueOrDefault("parserCode"));
        foreach (var (name, value) in example.Arguments)
        {
            Assert.Equal(value, finding.Arguments[name]);
        }

        if (example.At is { } at)
        {
            Assert.Equal(at, (finding.Span.Start.Line, finding.Span.Start.Column));
        }
        else
        {
            TextSpan[] expected = [.. example.Spans.Select(s => new TextSpan(example.PointAt(s.Start), example.PointAt(s.End)))];
            Assert.Equal(expected, finding.Locations.Select(l => l.Span));
            Assert.Equal((expected[0].Start.Line, expected[0].Start.Column + 1), (finding.Line, finding.Column));
        }

        if (example.Substring is { } part)
        {
            Assert.Contains(new PathElement(PathElementKind.Substring, "", part.Start, part.Length), finding.Locations[0].Elements);
        }
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void A_code_is_silent_on_its_near_misses(string code, int index)
    {
        var example = FindingCase.Of(code).Silent[index];
        var findings = PolicyValidator.Validate(example.Text, example.Options);
        Assert.DoesNotContain(findings, f => f.Code == code);
    }

    [Fact]
    public void Every_code_has_an_example_that_fires_and_one_that_does_not()
    {
        var rules = PolicyValidator.Rules.Select(r => (r.Code, r.Id, Type: r.Type.ToWireName())).Order();
        Assert.Equal(rules, FindingCase.All.Select(c => (c.Code, c.Rule, c.Type)).Order());
        Assert.All(FindingCase.All, c => Assert.True(c.Fires.Count > 0 && c.Silent.Count > 0, c.Code));
    }

    private static TheoryData<string, int> Rows(Func<FindingCase, int> count)
    {
        var rows = new TheoryData<string, int>();
        foreach (var item in FindingCase.All)
        {
            for (var i = 0; i < count(item); i++)
            {
                rows.Add(item.Code, i);
            }
        }

        return rows;
    }
}
