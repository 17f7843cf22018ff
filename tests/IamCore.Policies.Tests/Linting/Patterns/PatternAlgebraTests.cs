using FsCheck;
using FsCheck.Fluent;
using IamCore.Policies.Linting.Patterns;

namespace IamCore.Policies.Tests.Linting.Patterns;

/// <summary>The algebra of globs against all short texts (VA-806, AN-030).</summary>
public sealed class PatternAlgebraTests
{
    /// <summary>Letters of texts: those that patterns name, and one that none does.</summary>
    private const string Letters = "ab:z";

    private static readonly int[][] Texts = [.. AllTexts(Letters, 6)];

    [Theory] // VA-027
    [InlineData("a*", "ab", true)]
    [InlineData("ab", "a*", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "a?b*", true)]
    [InlineData("?*", "*", false)]
    [InlineData("?*", "*a?", true)]
    [InlineData("*?", "?*", true)]
    [InlineData("**", "*", true)]
    [InlineData("a*b", "a*a*b", true)]
    [InlineData("a*a*b", "a*b", false)]
    [InlineData("*a*", "*aa*", true)]
    [InlineData("*a?", "*aa", true)]
    [InlineData("a?c", "a*c", false)]
    [InlineData("*ab*", "*a?b*", false)]
    [InlineData("*?a", "**?**a", true)]
    public void Inclusion_is_that_of_languages(string outer, string inner, bool expected) =>
        Assert.Equal(expected, PatternAlgebra.Includes(Glob(outer), Glob(inner), Budget()));

    [Fact] // VA-806
    public void Inclusion_agrees_with_trying_all_short_texts() =>
        Prop.ForAll(Patterns(), Patterns(), (outer, inner) =>
        {
            var counterexample = Texts.Any(t => Obvious(inner, t) && !Obvious(outer, t));
            var includes = PatternAlgebra.Includes(Glob(outer), Glob(inner), Budget());
            return !(includes && counterexample) && (includes || counterexample || HasOnlyLongCounterexamples(outer, inner));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));

    [Fact] // AN-030
    public void Inclusion_in_a_union_agrees_with_trying_all_short_texts() =>
        Prop.ForAll(Patterns(), Patterns(), Patterns(), (a, b, inner) =>
        {
            var counterexample = Texts.Any(t => Obvious(inner, t) && !Obvious(a, t) && !Obvious(b, t));
            var includes = PatternAlgebra.IncludedInUnion([Glob(a), Glob(b)], Glob(inner), Budget());
            return includes ? !counterexample : counterexample || HasOnlyLongCounterexamples(a + b, inner);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact] // VA-027
    public void Intersection_agrees_with_trying_all_short_texts() =>
        Prop.ForAll(Patterns(), Patterns(), (a, b) =>
            PatternAlgebra.Intersects(Glob(a), Glob(b), Budget()) == Texts.Any(t => Obvious(a, t) && Obvious(b, t)) || a.Length + b.Length > 6)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));

    [Theory]
    [InlineData(true, new[] { "?*", "" }, new[] { "*" })]
    [InlineData(true, new[] { "a*", "b" }, new[] { "b", "a", "a?*" })]
    [InlineData(false, new[] { "a*", "b" }, new[] { "b", "a?*" })]
    [InlineData(false, new[] { "?", "??" }, new[] { "?*" })]
    public void Unions_are_compared_as_languages(bool expected, string[] a, string[] b) =>
        Assert.Equal(expected, PatternAlgebra.UnionsAreEqual([.. a.Select(Glob)], [.. b.Select(Glob)], Budget()));

    [Theory] // AN-023: a variable is a letter that only a run absorbs
    [InlineData("x/*", "x/${k}", true)]
    [InlineData("x/?*", "x/${k}", false)]
    [InlineData("x/${K}/*", "x/${k}/y", true)]
    [InlineData("x/${k}", "x/${j}", false)]
    [InlineData("${k}*", "bob", false)]
    [InlineData("x/${k, 'a'}", "x/${k, 'A'}", false)]
    [InlineData("x/${k, 'a'}*", "x/${k,'a'}b", true)]
    [InlineData("x/${*}*", "x/**", false)]
    [InlineData("x/*", "x/${*}", true)]
    public void A_variable_is_included_only_for_every_value(string outer, string inner, bool expected)
    {
        var variables = new PatternSymbols();
        Assert.Equal(expected, PatternAlgebra.Includes(GlobPattern.Parse(outer, variables: variables), GlobPattern.Parse(inner, variables: variables), Budget()));
    }

    [Theory] // PL-080: field by field
    [InlineData("*", "arn:aws:s3:::b", true)]
    [InlineData("arn:aws:s3:::*", "*", false)]
    [InlineData("arn:aws:s3:::b*", "arn:aws:s3:::b/x:y", true)]
    [InlineData("arn:aws:sqs:*:1:q", "arn:aws:sqs:eu:1:q", true)]
    [InlineData("arn:aws:sqs:*:*:q", "arn:aws:sqs:eu:1:x:q", false)]
    [InlineData("arn:aws:sqs:*", "arn:aws:sqs:eu:1:q", true)]
    [InlineData("arn:*:s3:::b", "arn:aws:s3:::b", true)]
    public void Resources_are_included_field_by_field(string outer, string inner, bool expected) =>
        Assert.Equal(expected, ResourcePattern.TryParse(outer, null)!.Includes(ResourcePattern.TryParse(inner, null)!, Budget()));

    [Fact]
    public void Characters_beyond_the_first_plane_are_one_character()
    {
        Assert.True(PatternAlgebra.Includes(Glob("?"), Glob("😀"), Budget()));
        Assert.False(PatternAlgebra.Includes(Glob("??"), Glob("😀"), Budget()));
    }

    [Fact] // AN-005
    public void Hostile_patterns_end_within_their_budget()
    {
        var outer = Glob(string.Concat(Enumerable.Repeat("*a?*b", 40)));
        var inner = Glob(string.Concat(Enumerable.Repeat("*b*?a", 40)));
        var budget = new WorkBudget(50_000);
        Assert.False(PatternAlgebra.Includes(outer, inner, budget));
        Assert.False(PatternAlgebra.Includes(Glob("*"), Glob("a"), new WorkBudget(0)));
    }

    private static WorkBudget Budget() => new(10_000_000);

    private static GlobPattern Glob(string text) => GlobPattern.Parse(text);

    /// <summary>Short patterns over few letters, in which near misses are common.</summary>
    private static Arbitrary<string> Patterns() =>
        Gen.Elements("ab:*?*?".ToCharArray()).ListOf().Where(l => l.Count <= 5).Select(l => new string([.. l])).ToArbitrary();

    /// <summary>Texts of up to six letters show every difference of patterns this short, but for some with many letters and wildcards.</summary>
    private static bool HasOnlyLongCounterexamples(string outer, string inner) => outer.Length + inner.Length > 6;

    private static bool Obvious(string pattern, ReadOnlySpan<int> text)
    {
        if (pattern.Length == 0)
        {
            return text.IsEmpty;
        }

        return pattern[0] switch
        {
            '*' => Obvious(pattern[1..], text) || (!text.IsEmpty && Obvious(pattern, text[1..])),
            '?' => !text.IsEmpty && Obvious(pattern[1..], text[1..]),
            var c => !text.IsEmpty && text[0] == c && Obvious(pattern[1..], text[1..]),
        };
    }

    private static IEnumerable<int[]> AllTexts(string letters, int length)
    {
        yield return [];
        if (length == 0)
        {
            yield break;
        }

        foreach (var rest in AllTexts(letters, length - 1))
        {
            foreach (var letter in letters)
            {
                yield return [letter, .. rest];
            }
        }
    }
}
