using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>A principal taken apart (EV-001).</summary>
internal sealed record Caller
{
    public required PrincipalKind Kind { get; init; }

    /// <summary>The ARN or name; <c>*</c> for anonymous.</summary>
    public required string Text { get; init; }

    public string Partition { get; init; } = "";

    /// <summary>12 digits, or null for kinds without an account.</summary>
    public string? Account { get; init; }

    /// <summary>Last path segment of a user or role, role name of a session, name of a federated user.</summary>
    public string Name { get; init; } = "";

    /// <summary>The role of a session where the request says it, or the role given as such.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The IAM user behind a federated user session, where the request says it.</summary>
    public string? UserArn { get; init; }

    /// <summary>EV-004: known from a role ARN alone, never from a session's name.</summary>
    public bool IsServiceLinkedRole => RoleArn is not null && IsServiceLinkedRoleArn(RoleArn);

    /// <summary>EV-051: the kinds that can have identity policies.</summary>
    public bool CanHaveIdentityPolicies =>
        Kind is PrincipalKind.User or PrincipalKind.Role or PrincipalKind.RoleSession or PrincipalKind.FederatedUser;

    /// <summary>EV-004: the path is <c>aws-service-role/…</c>, so there are a service and a name behind it.</summary>
    public static bool IsServiceLinkedRoleArn(string arn)
    {
        var fields = ArnText.Split(arn);
        return fields is { Length: 6 } && fields[2] == "iam" && fields[5].StartsWith("role/aws-service-role/", StringComparison.Ordinal);
    }

    /// <summary>Null where the principal is in error (EV-005, EV-008).</summary>
    public static Caller? Parse(CallerText given)
    {
        var caller = given.Form switch
        {
            CallerForm.Service => IsServiceName(given.Text) ? new Caller { Kind = PrincipalKind.Service, Text = given.Text } : null,
            CallerForm.Federated => IsPlain(given.Text) ? new Caller { Kind = PrincipalKind.IdentityProvider, Text = given.Text } : null,
            CallerForm.CanonicalUser => IsPlain(given.Text) ? new Caller { Kind = PrincipalKind.CanonicalUser, Text = given.Text } : null,
            _ => given.Text == "*" ? new Caller { Kind = PrincipalKind.Anonymous, Text = "*" } : ParseArn(given.Text),
        };
        if (caller is null)
        {
            return null;
        }

        if (given.Role is not null)
        {
            // EV-005: partition, account and last path segment are those of the session.
            var role = ParseArn(given.Role);
            if (caller.Kind != PrincipalKind.RoleSession || role is not { Kind: PrincipalKind.Role }
                || role.Partition != caller.Partition || role.Account != caller.Account || role.Name != caller.Name)
            {
                return null;
            }

            caller = caller with { RoleArn = given.Role };
        }

        if (given.User is not null)
        {
            // EV-005: a user of the session's partition and account.
            var user = ParseArn(given.User);
            if (caller.Kind != PrincipalKind.FederatedUser || user is not { Kind: PrincipalKind.User }
                || user.Partition != caller.Partition || user.Account != caller.Account)
            {
                return null;
            }

            caller = caller with { UserArn = given.User };
        }

        return caller;
    }

    private static Caller? ParseArn(string text)
    {
        var fields = ArnText.Split(text);
        if (fields is not { Length: 6 } || fields[0] != "arn" || fields[1].Length == 0 || fields[3].Length != 0
            || !ArnText.IsAccount(fields[4]) || text.Any(char.IsControl))
        {
            return null;
        }

        var caller = new Caller { Kind = PrincipalKind.RootUser, Text = text, Partition = fields[1], Account = fields[4] };
        if (fields[2] == "iam" && fields[5] == "root")
        {
            return caller;
        }

        var segments = fields[5].Split('/');
        if (segments.Length < 2 || segments.Any(s => s.Length == 0))
        {
            return null;
        }

        return (fields[2], segments[0], segments.Length) switch
        {
            ("iam", "user", _) => caller with { Kind = PrincipalKind.User, Name = segments[^1] },
            ("iam", "role", _) => caller with { Kind = PrincipalKind.Role, Name = segments[^1], RoleArn = text },
            ("sts", "assumed-role", 3) => caller with { Kind = PrincipalKind.RoleSession, Name = segments[1] },
            ("sts", "federated-user", 2) => caller with { Kind = PrincipalKind.FederatedUser, Name = segments[1] },
            _ => null,
        };
    }

    private static bool IsPlain(string text) => text.Length > 0 && !text.Any(char.IsControl);

    /// <summary>PL-044: labels of letters, digits and hyphens, at least one dot.</summary>
    private static bool IsServiceName(string text)
    {
        var labels = text.Split('.');
        return labels.Length > 1 && labels.All(l => l.Length > 0 && l.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }
}
