using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Compilation;

/// <summary>One principal entry, compiled (PL-042 to PL-046).</summary>
internal readonly struct PrincipalPattern
{
    private static readonly ContextKey UserIdKey = ContextKey.Of("aws:userid");

    /// <summary>Many documents name the same principals, whose texts are then the same in memory.</summary>
    private static readonly RecentTexts<PrincipalPattern> Recent = new(256);

    private readonly string _text;
    private readonly string? _partition;
    private readonly string? _account;
    private readonly string? _name;

    private PrincipalPattern(PrincipalPatternKind kind, string text, string? partition = null, string? account = null, string? name = null)
    {
        Kind = kind;
        _text = text;
        _partition = partition;
        _account = account;
        _name = name;
    }

    /// <summary>Everyone (PL-041).</summary>
    public static PrincipalPattern Everyone { get; } = new(PrincipalPatternKind.Everyone, "*");

    /// <summary>What the entry names.</summary>
    public PrincipalPatternKind Kind { get; }

    /// <summary>Where statements with this entry are kept in an index: the same text for every principal that the entry may match
    /// (<see cref="Principal.MatchKeys"/>).</summary>
    public string Key => Kind switch
    {
        PrincipalPatternKind.Role => PrincipalKeys.Role(_partition!, _account!, _name!),
        PrincipalPatternKind.Service => PrincipalKeys.Service(_text),
        PrincipalPatternKind.Federated => PrincipalKeys.Federated(_text),
        PrincipalPatternKind.CanonicalUser => PrincipalKeys.Canonical(_text),
        _ => _text,
    };

    public static PrincipalPattern Compile(PrincipalEntry entry) => entry.Type switch
    {
        PrincipalEntryType.Service => new(PrincipalPatternKind.Service, entry.Value),
        PrincipalEntryType.Federated => new(PrincipalPatternKind.Federated, entry.Value),
        PrincipalEntryType.CanonicalUser => new(PrincipalPatternKind.CanonicalUser, entry.Value),
        _ => SharedAws(entry.Value),
    };

    /// <summary>The level that this entry reaches (PL-050).</summary>
    public MatchLevels Match(ref RequestWalk walk)
    {
        var principal = walk.Request.Principal;
        switch (Kind)
        {
            case PrincipalPatternKind.Everyone:
                return MatchLevels.Direct;
            case PrincipalPatternKind.Account:
                return principal.AccountText == _text ? MatchLevels.Account : MatchLevels.None;
            case PrincipalPatternKind.User:
                return principal.Kind == PrincipalKind.User && principal.Text == _text ? MatchLevels.Direct
                    : principal.UserArn == _text ? MatchLevels.Limited : MatchLevels.None;
            case PrincipalPatternKind.Session:
                return principal.Kind is PrincipalKind.RoleSession or PrincipalKind.FederatedUser && principal.Text == _text
                    ? MatchLevels.Direct : MatchLevels.None;
            case PrincipalPatternKind.Role:
                return IsRole(principal) ? MatchLevels.Limited : MatchLevels.None;
            case PrincipalPatternKind.UniqueId:
                return MatchUniqueId(ref walk);
            default:
                return principal.Kind == KindOf(Kind) && principal.Text == _text ? MatchLevels.Direct : MatchLevels.None;
        }
    }

    private static PrincipalPattern SharedAws(string text)
    {
        if (!Recent.TryFind(text, out var compiled))
        {
            compiled = CompileAws(text);
            Recent.Keep(text, compiled);
        }

        return compiled;
    }

    private static PrincipalPattern CompileAws(string text)
    {
        if (text == "*")
        {
            return Everyone;
        }

        if (AccountId.IsValid(text))
        {
            return new(PrincipalPatternKind.Account, text);
        }

        if (!PrincipalForms.TrySplit(text, out var kind, out var partition, out var account, out var name, out _))
        {
            return new(PrincipalPatternKind.UniqueId, text);
        }

        return kind switch
        {
            PrincipalKind.RootUser => new(PrincipalPatternKind.Account, account.ToString()),
            PrincipalKind.User => new(PrincipalPatternKind.User, text),
            PrincipalKind.Role => new(PrincipalPatternKind.Role, text, partition, account.ToString(), name),
            _ => new(PrincipalPatternKind.Session, text),
        };
    }

    private static PrincipalKind KindOf(PrincipalPatternKind kind) => kind switch
    {
        PrincipalPatternKind.Service => PrincipalKind.Service,
        PrincipalPatternKind.Federated => PrincipalKind.IdentityProvider,
        _ => PrincipalKind.CanonicalUser,
    };

    /// <summary>PL-053: by the whole ARN where the session's role is known, else by partition, account and name.</summary>
    private bool IsRole(Principal principal)
    {
        if (principal.Kind is not (PrincipalKind.Role or PrincipalKind.RoleSession))
        {
            return false;
        }

        return principal.RoleArn is { } role
            ? role == _text
            : principal.Name == _name && principal.AccountText == _account && principal.Partition == _partition;
    }

    /// <summary>PL-055.</summary>
    private MatchLevels MatchUniqueId(ref RequestWalk walk)
    {
        var kind = walk.Request.Principal.Kind;
        if (kind is not (PrincipalKind.User or PrincipalKind.Role or PrincipalKind.RoleSession))
        {
            return MatchLevels.None;
        }

        var fact = walk.Fact(UserIdKey);
        if (fact.Cardinality != Cardinality.Single || !fact.Text.StartsWith(_text, StringComparison.Ordinal))
        {
            return MatchLevels.None;
        }

        var isWhole = fact.Text.Length == _text.Length;
        var isSession = !isWhole && fact.Text[_text.Length] == ':';
        return kind switch
        {
            PrincipalKind.User => isWhole ? MatchLevels.Direct : MatchLevels.None,
            PrincipalKind.Role => isWhole || isSession ? MatchLevels.Limited : MatchLevels.None,
            _ => isSession ? MatchLevels.Limited : MatchLevels.None,
        };
    }
}
