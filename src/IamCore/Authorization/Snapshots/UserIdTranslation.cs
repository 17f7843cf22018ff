namespace IamCore.Authorization.Snapshots;

/// <summary>
/// Translates resource policies for federated sessions of one user: where they name the user by unique id, it is replaced by the current
/// ARN. Ids are
/// compared with <c>aws:userid</c>, which differs for such sessions (ID-167). The most recent policy is cached.
/// </summary>
internal sealed class UserIdTranslation(string id, string arn)
{
    private volatile Pair? _last;

    public PolicySet Of(PolicySet policies)
    {
        var last = _last;
        if (last?.Original != policies)
        {
            _last = last = new Pair(policies, Translate(policies));
        }

        return last.Translated;
    }

    private PolicySet Translate(PolicySet policies) =>
        policies.Policies.Any(p => p.Document.Statements.Any(s => Names(s.Principal) || Names(s.NotPrincipal)))
            ? PolicySet.Compile(policies.Type, [.. policies.Policies.Select(p => p with { Document = Translate(p.Document) })])
            : policies;

    private PolicyDocument Translate(PolicyDocument document) => document with
    {
        Statements = [.. document.Statements.Select(s => s with { Principal = Translate(s.Principal), NotPrincipal = Translate(s.NotPrincipal) })],
    };

    private PrincipalElement? Translate(PrincipalElement? element) =>
        element is null ? null : element with { Entries = [.. element.Entries.Select(entry => IsUser(entry) ? entry with { Value = arn } : entry)] };

    private bool Names(PrincipalElement? element) => element is not null && element.Entries.Any(IsUser);

    private bool IsUser(PrincipalEntry entry) => entry.Type == PrincipalEntryType.Aws && entry.Value == id;

    private sealed record Pair(PolicySet Original, PolicySet Translated);
}
