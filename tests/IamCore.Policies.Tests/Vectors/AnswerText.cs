using System.Globalization;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Vectors;

/// <summary>An answer of either evaluator in the words of the scenario format, to be compared.</summary>
internal sealed record AnswerText(string? Error, string Decision, string DeniedBy, string Matched, string MissingContext)
{
    public static AnswerText Of(ReferenceAnswer answer) => answer.Error is not null
        ? Refused(answer.Error)
        : new(null, Name(answer.Decision), Join(answer.DeniedBy.Select(Name)), Join(answer.Matched), Join(answer.MissingContext));

    public static AnswerText Of(Explanation answer) => new(
        null,
        Name(answer.Decision.Decision),
        Join(((IEnumerable<PolicyType>)answer.DeniedBy).Select(Name)),
        Join(((IEnumerable<StatementReference>)answer.Matched).Select(m => m.ToString())),
        Join(answer.MissingContext));

    public static AnswerText Refused(string error) => new(error, "", "", "", "");

    /// <summary>What of <paramref name="expected"/> this answer does not meet; null where it meets all.</summary>
    public string? Misses(ExpectedAnswer expected)
    {
        var misses = new List<string>();
        void Check(string member, string? wanted, string actual)
        {
            if (wanted is not null && wanted != actual)
            {
                misses.Add($"{member} expected [{wanted}], got [{actual}]");
            }
        }

        Check("error", expected.Error ?? "", Error ?? "");
        Check("decision", expected.Decision, Decision);
        Check("deniedBy", Join(expected.DeniedBy), DeniedBy);
        Check("matched", Join(expected.Matched), Matched);
        Check("missingContext", Join(expected.MissingContext), MissingContext);
        return misses.Count == 0 ? null : string.Join("; ", misses);
    }

    /// <summary>The types of a set in the order of EV-110.</summary>
    public static string Join(PolicyTypes types) =>
        Join(Enum.GetValues<PolicyType>().Where(t => types.HasFlag((PolicyTypes)(1 << (int)t))).Select(Name));

    public static string Name(Decision decision) => CamelCase(decision.ToString());

    public static string Name(PolicyType type) => CamelCase(type.ToString());

    public static string CamelCase(string name) => char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(texts))]
    private static string? Join(IEnumerable<string>? texts) => texts is null ? null : string.Join(", ", texts);
}
