namespace IamCore.Policies.Requests;

/// <summary>The written forms of principals, of requests (EV-001, EV-008) and of policies (PL-042, PL-044).</summary>
internal static class PrincipalForms
{
    private const string ServiceLinkedPath = "aws-service-role/";

    /// <summary>Dot-separated labels of letters, digits and hyphens, at least one dot (PL-044).</summary>
    public static bool IsServiceName(ReadOnlySpan<char> name)
    {
        var dots = 0;
        var labelLength = 0;
        foreach (var c in name)
        {
            if (c == '.')
            {
                if (labelLength == 0)
                {
                    return false;
                }

                dots++;
                labelLength = 0;
            }
            else if (char.IsAsciiLetterOrDigit(c) || c == '-')
            {
                labelLength++;
            }
            else
            {
                return false;
            }
        }

        return dots > 0 && labelLength > 0;
    }

    /// <summary>Not empty, no control characters (EV-008).</summary>
    public static bool IsPlainText(ReadOnlySpan<char> text) => !text.IsEmpty && !HasControl(text);

    /// <summary>Whether a role's path (with the name's slash, without the first) is that of service-linked roles (EV-004).</summary>
    public static bool IsServiceLinkedPath(ReadOnlySpan<char> path) =>
        path.StartsWith(ServiceLinkedPath, StringComparison.Ordinal);

    /// <summary>Whether <paramref name="arn"/> is the ARN of a root user, user, role, role session or federated user.</summary>
    public static bool IsPrincipalArn(ReadOnlySpan<char> arn) => TryLocate(arn, out _, out _, out _);

    /// <summary>Splits the ARN of a root user, user, role, role session or federated user.</summary>
    /// <param name="text">The ARN.</param>
    /// <param name="kind">What it names.</param>
    /// <param name="partition">Its partition.</param>
    /// <param name="account">Its account.</param>
    /// <param name="name">The last name; of a role session the role's; null for root.</param>
    /// <param name="path">What stands between the type and the last name, without the first slash; empty without a path.</param>
    public static bool TrySplit(
        string? text, out PrincipalKind kind, out string partition, out AccountId account, out string? name, out ReadOnlySpan<char> path)
    {
        partition = "";
        account = default;
        name = null;
        path = default;
        if (!TryLocate(text, out kind, out var partitionEnd, out var nameStart))
        {
            return false;
        }

        var arn = text.AsSpan();
        partition = text![4..partitionEnd];
        account = AccountId.Parse(arn.Slice(partitionEnd + ":iam::".Length, AccountId.Length));
        if (nameStart == 0)
        {
            return true;
        }

        var rest = arn[nameStart..];
        if (kind == PrincipalKind.RoleSession)
        {
            name = rest[..rest.IndexOf('/')].ToString();
            return true;
        }

        var lastSlash = rest.LastIndexOf('/');
        name = rest[(lastSlash + 1)..].ToString();
        path = rest[..(lastSlash + 1)];
        return true;
    }

    private static bool TryLocate(ReadOnlySpan<char> arn, out PrincipalKind kind, out int partitionEnd, out int nameStart)
    {
        kind = PrincipalKind.Anonymous;
        nameStart = 0;
        partitionEnd = 0;
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            return false;
        }

        var length = arn[4..].IndexOf(':');
        if (length <= 0 || !IsPartition(arn.Slice(4, length)))
        {
            return false;
        }

        partitionEnd = 4 + length;
        var rest = arn[partitionEnd..];
        var sts = rest.StartsWith(":sts::", StringComparison.Ordinal);
        if (!sts && !rest.StartsWith(":iam::", StringComparison.Ordinal))
        {
            return false;
        }

        rest = rest[":iam::".Length..];
        if (rest.Length <= AccountId.Length || rest[AccountId.Length] != ':' || !AccountId.IsValid(rest[..AccountId.Length]))
        {
            return false;
        }

        rest = rest[(AccountId.Length + 1)..];
        if (HasControl(rest))
        {
            return false;
        }

        if (!sts && rest is "root")
        {
            kind = PrincipalKind.RootUser;
            return true;
        }

        var slash = rest.IndexOf('/');
        if (slash < 0)
        {
            return false;
        }

        kind = rest[..slash] switch
        {
            "user" when !sts => PrincipalKind.User,
            "role" when !sts => PrincipalKind.Role,
            "assumed-role" when sts => PrincipalKind.RoleSession,
            "federated-user" when sts => PrincipalKind.FederatedUser,
            _ => PrincipalKind.Anonymous,
        };
        var names = rest[(slash + 1)..];
        nameStart = arn.Length - names.Length;
        var slashes = names.Count('/');
        return kind switch
        {
            PrincipalKind.Anonymous => false,
            PrincipalKind.RoleSession => slashes == 1 && names[0] != '/' && names[^1] != '/',
            PrincipalKind.FederatedUser => slashes == 0 && !names.IsEmpty,
            _ => !names.IsEmpty && names[0] != '/' && names[^1] != '/' && !names.Contains("//", StringComparison.Ordinal),
        };
    }

    private static bool IsPartition(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasControl(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }
}
