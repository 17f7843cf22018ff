using IamCore.Policies.Values;

namespace IamCore.Policies.Requests;

/// <summary>The context keys that follow from the request itself (EV-011, EV-012).</summary>
internal static class DerivedContext
{
    /// <summary>Contradictions between what a host supplies and what the engine derives (EV-013), and times that are no date (EV-012).</summary>
    public static ValueList<RequestFault> FindConflicts(in AccessRequest request, RequestContext supplied)
    {
        var faults = new List<RequestFault>();
        foreach (var (key, value) in supplied)
        {
            if (key.Derived is DerivedKey.None or DerivedKey.UserId)
            {
                continue;
            }

            if (key.Derived is DerivedKey.CurrentTime or DerivedKey.EpochTime)
            {
                if (value.IsMultivalued || !Instant.TryParse(value.Text, out _))
                {
                    faults.Add(new(RequestFaultCode.InvalidContextValue, key.Name, $"{value} is not one date"));
                }

                continue;
            }

            if (key.Derived <= DerivedKey.ResourceAccount
                && TryText(in request, key.Derived, out var derived)
                && (value.IsMultivalued || !derived.Span.SequenceEqual(value.Text)))
            {
                faults.Add(new(RequestFaultCode.ContextKeyConflict, key.Name, $"{value} contradicts {derived}, which follows from the request"));
            }
        }

        return [.. faults];
    }

    /// <summary>The text of a derived key, where it has one; times are not texts (see <see cref="AccessRequest.Time"/>).</summary>
    public static bool TryText(in AccessRequest request, DerivedKey key, out ReadOnlyMemory<char> text)
    {
        var principal = request.Principal;
        var derived = key switch
        {
            DerivedKey.PrincipalArn => principal.PrincipalArn,
            DerivedKey.PrincipalAccount => principal.Kind == PrincipalKind.Anonymous ? "anonymous" : NullIfEmpty(principal.Account.ToString()),
            DerivedKey.PrincipalType => TypeOf(principal.Kind),
            DerivedKey.Username => principal.Kind == PrincipalKind.User ? principal.Name : null,
            DerivedKey.UserId => principal.Kind == PrincipalKind.Anonymous ? "anonymous" : principal.DerivedUserId,
            DerivedKey.PrincipalIsAwsService => principal.Kind switch
            {
                PrincipalKind.Anonymous => null,
                PrincipalKind.Service => "true",
                _ => "false",
            },
            DerivedKey.PrincipalServiceName => principal.Kind == PrincipalKind.Service ? principal.Text : null,
            DerivedKey.ViaAwsService => "false",
            DerivedKey.MultiFactorAuthPresent =>
                principal.Kind is PrincipalKind.Role or PrincipalKind.RoleSession or PrincipalKind.FederatedUser ? "false" : null,
            _ => null,
        };
        text = key switch
        {
            DerivedKey.ResourceAccount => request.ResourceAccount,
            DerivedKey.RequestedRegion => RegionOf(request.Resource.Arn),
            _ => derived.AsMemory(),
        };
        return derived is not null || !text.IsEmpty;
    }

    private static ReadOnlyMemory<char> RegionOf(Arn arn) => arn.ToString().AsMemory(arn.RegionStart, arn.Region.Length);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string? TypeOf(PrincipalKind kind) => kind switch
    {
        PrincipalKind.RootUser => "Account",
        PrincipalKind.User => "User",
        PrincipalKind.Role or PrincipalKind.RoleSession => "AssumedRole",
        PrincipalKind.FederatedUser => "FederatedUser",
        PrincipalKind.Anonymous => "Anonymous",
        _ => null,
    };
}
