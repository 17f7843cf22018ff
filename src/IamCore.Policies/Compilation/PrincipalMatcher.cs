using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies.Compilation;

/// <summary>The principal part of a statement, compiled (PL-050 to PL-060).</summary>
internal sealed class PrincipalMatcher
{
    private static readonly PrincipalMatcher Everyone = new([PrincipalPattern.Everyone], isNegated: false);

    private readonly OneOrMore<PrincipalPattern> _entries;
    private readonly bool _isNegated;

    private PrincipalMatcher(ReadOnlySpan<PrincipalPattern> entries, bool isNegated)
    {
        _isNegated = isNegated;
        _entries = new(entries);
    }

    /// <summary>The entries.</summary>
    public ref readonly OneOrMore<PrincipalPattern> Entries => ref _entries;

    /// <summary>Whether this is <c>NotPrincipal</c>.</summary>
    public bool IsNegated => _isNegated;

    /// <summary>The matcher of an element; of <c>"*"</c>, which most documents repeat, always the same.</summary>
    public static PrincipalMatcher Compile(PrincipalElement element, bool isNegated) =>
        !element.IsEveryone ? new(Array.ConvertAll(element.Entries.AsSpan().ToArray(), PrincipalPattern.Compile), isNegated)
        : isNegated ? new([PrincipalPattern.Everyone], isNegated)
        : Everyone;

    /// <summary>The levels that the statement reaches; none where it does not match.</summary>
    public MatchLevels Match(ref RequestWalk walk)
    {
        if (_isNegated)
        {
            return IsExempt(ref walk) ? MatchLevels.None : MatchLevels.Direct;
        }

        var levels = MatchLevels.None;
        for (var i = 0; i < _entries.Count; i++)
        {
            levels |= _entries[i].Match(ref walk);
        }

        return levels;
    }

    /// <summary>Whether every element of the caller's chain is listed, or <c>*</c> is (PL-059); never for who has a boundary (PL-060).</summary>
    private bool IsExempt(ref RequestWalk walk)
    {
        var principal = walk.Request.Principal;
        if (walk.HasBoundary && principal.CanHaveIdentityPolicies)
        {
            return false;
        }

        bool account = false, limited = false, own = false;
        for (var i = 0; i < _entries.Count; i++)
        {
            ref readonly var entry = ref _entries[i];
            if (entry.Kind == PrincipalPatternKind.Everyone)
            {
                return true;
            }

            var levels = entry.Match(ref walk);
            account |= (levels & MatchLevels.Account) != 0;
            limited |= (levels & MatchLevels.Limited) != 0;
            own |= (levels & MatchLevels.Direct) != 0;
        }

        return principal.Kind switch
        {
            PrincipalKind.RootUser => account,
            PrincipalKind.User or PrincipalKind.FederatedUser => account && own,
            PrincipalKind.Role => account && limited,
            PrincipalKind.RoleSession => account && limited && own,
            PrincipalKind.Anonymous => false,
            _ => own,
        };
    }
}
