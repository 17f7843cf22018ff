using System.Globalization;
using IamCore.Policies.Tests.Generation;
using IamCore.Policies.Tests.Vectors;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Agreement;

/// <summary>Counts what the cases of a run exercised, as the reference saw it.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, int> _counts = [];

    public int Cases { get; private set; }

    public void Add(GeneratedCase given, ReferenceAnswer answer)
    {
        Cases++;
        if (answer.Error is not null)
        {
            Count("error " + answer.Error);
            return;
        }

        Count("decision " + AnswerText.Name(answer.Decision));
        Count("principal " + Kind(given.Request.Principal));
        foreach (var type in answer.DeniedBy)
        {
            Count($"{AnswerText.Name(answer.Decision)} by {AnswerText.Name(type)}");
        }

        foreach (var (type, effect) in answer.MatchedTypes.Distinct())
        {
            Count($"matched {effect} of {AnswerText.Name(type)}");
        }

        foreach (var (op, holds) in answer.Conditions.Distinct())
        {
            Count($"operator {op.Comparison} {holds}");
            Count($"qualifier {op.Qualifier} {holds}");
            Count($"IfExists {op.IfExists} {holds}");
        }
    }

    public int this[string what] => _counts.GetValueOrDefault(what);

    /// <summary>Each of these made up at least the given part, in percent, of all cases; what did not is told with its share.</summary>
    public IEnumerable<string> TooRare(double percent, IEnumerable<string> names) =>
        names.Where(n => this[n] < Cases * percent / 100)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}: {100.0 * this[n] / Cases:0.000} %, at least {percent} % wanted"));

    public override string ToString() => string.Join(
        Environment.NewLine,
        _counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}: {c.Value} ({100.0 * c.Value / Cases:0.000} %)")));

    private static string Kind(CallerText caller)
    {
        var resource = caller.Text.Split(':', 6)[^1];
        return caller switch
        {
            { Form: CallerForm.Service } => "service",
            { Form: CallerForm.Federated } => "identity provider",
            { Form: CallerForm.CanonicalUser } => "canonical user",
            { Text: "*" } => "anonymous",
            { Role: not null } => "role session with role",
            { User: not null } => "federated user with user",
            _ => resource.Split('/')[0],
        };
    }

    private void Count(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;
}
