namespace IamCore.Policies.Requests;

/// <summary>The texts under which an index keeps statements by principal, so that a few look-ups find all that may name a caller.</summary>
internal static class PrincipalKeys
{
    /// <summary>A role by what a session's ARN tells of it: the path is not part of it (PL-053).</summary>
    public static string Role(string partition, string account, string name) => $"role:{partition}:{account}:{name}";

    public static string Service(string name) => "service:" + name;

    public static string Federated(string provider) => "federated:" + provider;

    public static string Canonical(string id) => "canonical:" + id;

    /// <summary>All keys but the unique id's (PL-055) under which an entry that matches the principal may be kept.</summary>
    public static string[] Of(Principal principal)
    {
        var keys = new List<string> { "*" };
        if (!principal.Account.IsNone)
        {
            keys.Add(principal.AccountText!);
        }

        switch (principal.Kind)
        {
            case PrincipalKind.User:
            case PrincipalKind.FederatedUser:
                keys.Add(principal.Text);
                break;
            case PrincipalKind.Role:
            case PrincipalKind.RoleSession:
                keys.Add(principal.Text);
                keys.Add(Role(principal.Partition, principal.AccountText!, principal.Name!));
                break;
            case PrincipalKind.Service:
                keys.Add(Service(principal.Text));
                break;
            case PrincipalKind.IdentityProvider:
                keys.Add(Federated(principal.Text));
                break;
            case PrincipalKind.CanonicalUser:
                keys.Add(Canonical(principal.Text));
                break;
        }

        if (principal.UserArn is { } user)
        {
            keys.Add(user);
        }

        return [.. keys];
    }
}
