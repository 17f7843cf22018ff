using System.Globalization;
using IamCore.Policies.Tests.Generation;
using IamCore.Policies.Tests.Vectors;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Agreement;

/// <summary>Counts in how many cases each thing occurred, as the reference saw it.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<(string What, string Which, bool Holds), (int Count, int LastCase)> _counts = [];

    public int Cases { get; private set; }

    public void Add(GeneratedCase given, ReferenceAnswer answer)
    {
        Cases++;
        if (answer.Error is not null)
        {
            Count("error", answer.Error);
            return;
        }

        Count("decision", Names<Decision>.Of(answer.Decision));
        Count("principal", Kind(given.Request.Principal));
        foreach (var type in answer.DeniedBy)
        {
            Count(answer.Decision == Decision.ExplicitDeny ? "explicitDeny by" : "implicitDeny by", Names<PolicyType>.Of(type));
        }

        foreach (var (type, effect) in answer.MatchedTypes)
        {
            Count(effect == Effect.Deny ? "matched Deny of" : "matched Allow of", Names<PolicyType>.Of(type));
        }

        foreach (var (op, holds) in answer.Conditions)
        {
            Count("operator", Names<Comparison>.Of(op.Comparison), holds);
            Count("qualifier", Names<SetQualifier>.Of(op.Qualifier), holds);
            Count("IfExists", op.IfExists ? "with" : "without", holds);
        }
    }

    /// <summary>The part of all cases, in percent, in which this occurred.</summary>
    public double Share(string what, string which, bool holds = true) => 100.0 * _counts.GetValueOrDefault((what, which, holds)).Count / Cases;

    /// <summary>What made up less than the given part of all cases, in percent.</summary>
    public IEnumerable<string> TooRare(double percent, string what, IEnumerable<string> which, bool holds = true) =>
        which.Where(w => Share(what, w, holds) < percent)
            .Select(w => string.Create(CultureInfo.InvariantCulture, $"{what} {w} {(holds ? "" : "(does not hold)")}: {Share(what, w, holds):0.000} %, at least {percent} % wanted"));

    public override string ToString() => string.Join(
        Environment.NewLine,
        _counts.OrderBy(c => c.Key).Select(c => string.Create(
            CultureInfo.InvariantCulture, $"{c.Key.What} {c.Key.Which}{(c.Key.Holds ? "" : " (does not hold)")}: {c.Value.Count} ({100.0 * c.Value.Count / Cases:0.000} %)")));

    /// <summary>The kinds of EV-001, and sessions that tell their role or user apart.</summary>
    private static string Kind(CallerText caller) => caller switch
    {
        { Form: CallerForm.Service } => "service",
        { Form: CallerForm.Federated } => "identity provider",
        { Form: CallerForm.CanonicalUser } => "canonical user",
        { Text: "*" } => "anonymous",
        { Role: not null } => "session with role",
        { User: not null } => "federated user with user",
        _ when caller.Text.EndsWith(":root", StringComparison.Ordinal) => "root",
        _ when caller.Text.Contains(":user/", StringComparison.Ordinal) => "user",
        _ when caller.Text.Contains(":role/aws-service-role/", StringComparison.Ordinal) => "service-linked role",
        _ when caller.Text.Contains(":role/", StringComparison.Ordinal) => "role",
        _ when caller.Text.Contains(":assumed-role/", StringComparison.Ordinal) => "session",
        _ => "federated user",
    };

    private void Count(string what, string which, bool holds = true)
    {
        var (count, lastCase) = _counts.GetValueOrDefault((what, which, holds));
        if (lastCase != Cases)
        {
            _counts[(what, which, holds)] = (count + 1, Cases);
        }
    }

    /// <summary>Names of an enumeration in the spelling of the scenario format, made once.</summary>
    private static class Names<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(v => v, v => AnswerText.CamelCase(v.ToString()));

        public static string Of(T value) => ByValue[value];
    }
}
