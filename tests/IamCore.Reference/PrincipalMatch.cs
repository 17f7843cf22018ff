using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>Compares the entries of Principal and NotPrincipal with the caller (section 5 of the policy language).</summary>
internal sealed class PrincipalMatch(Caller caller, CompleteContext context, bool hasBoundary)
{
    /// <summary>PL-050: all levels that the entries reach.</summary>
    public Levels LevelsOf(PrincipalElement element)
    {
        if (element.IsEveryone)
        {
            return Levels.Direct;      // PL-041
        }

        var levels = Levels.None;
        foreach (var entry in element.Entries)
        {
            levels |= LevelOf(entry);
        }

        return levels;
    }

    /// <summary>PL-059: whether the whole chain of the caller is listed. PL-060: never with a boundary.</summary>
    public bool IsExempt(PrincipalElement element)
    {
        if (hasBoundary && caller.CanHaveIdentityPolicies)
        {
            return false;
        }

        if (element.IsEveryone || element.Entries.AsSpan().ToArray().Any(IsStar))
        {
            return true;
        }

        var entries = element.Entries.AsSpan().ToArray();
        var account = entries.Any(e => LevelOf(e) == Levels.Account);
        return caller.Kind switch
        {
            PrincipalKind.RootUser => account,
            PrincipalKind.User => account && entries.Any(e => LevelOf(e) == Levels.Direct),
            PrincipalKind.Role => account && entries.Any(e => LevelOf(e) == Levels.Limited),
            PrincipalKind.RoleSession => account && entries.Any(e => LevelOf(e) == Levels.Limited) && entries.Any(e => LevelOf(e) == Levels.Direct),
            PrincipalKind.FederatedUser => account && entries.Any(e => LevelOf(e) == Levels.Direct),
            PrincipalKind.Service or PrincipalKind.IdentityProvider or PrincipalKind.CanonicalUser => entries.Any(e => LevelOf(e) == Levels.Direct),
            _ => false,
        };
    }

    private static bool IsStar(PrincipalEntry entry) => entry is { Type: PrincipalEntryType.Aws, Value: "*" };

    /// <summary>PL-051: entries of one type match principals of that type only, but for <c>*</c>.</summary>
    private Levels LevelOf(PrincipalEntry entry)
    {
        if (IsStar(entry))
        {
            return Levels.Direct;
        }

        var named = entry.Value == caller.Text;      // PL-052: character by character
        return entry.Type switch
        {
            PrincipalEntryType.Service => caller.Kind == PrincipalKind.Service && named ? Levels.Direct : Levels.None,
            PrincipalEntryType.Federated => caller.Kind == PrincipalKind.IdentityProvider && named ? Levels.Direct : Levels.None,
            PrincipalEntryType.CanonicalUser => caller.Kind == PrincipalKind.CanonicalUser && named ? Levels.Direct : Levels.None,
            _ => caller.Account is null ? Levels.None : LevelOfAws(entry.Value),
        };
    }

    private Levels LevelOfAws(string entry)
    {
        var fields = ArnText.Split(entry);
        if (fields.Length == 1)
        {
            return ArnText.IsAccount(entry) ? AccountLevel(entry) : UniqueIdLevel(entry);
        }

        if (fields[5] == "root")
        {
            return AccountLevel(fields[4]);
        }

        return caller.Kind switch
        {
            PrincipalKind.User => entry == caller.Text ? Levels.Direct : Levels.None,
            PrincipalKind.Role => entry == caller.Text ? Levels.Limited : Levels.None,
            PrincipalKind.RoleSession => entry == caller.Text ? Levels.Direct : IsRoleOfSession(entry, fields) ? Levels.Limited : Levels.None,
            PrincipalKind.FederatedUser => entry == caller.Text ? Levels.Direct : entry == caller.UserArn ? Levels.Limited : Levels.None,      // PL-054
            _ => Levels.None,
        };
    }

    /// <summary>PL-052: as digits, whatever the partition.</summary>
    private Levels AccountLevel(string account) => account == caller.Account ? Levels.Account : Levels.None;

    /// <summary>PL-053.</summary>
    private bool IsRoleOfSession(string entry, string[] fields)
    {
        if (caller.RoleArn is not null)
        {
            return entry == caller.RoleArn;
        }

        return fields[2] == "iam" && fields[5].StartsWith("role/", StringComparison.Ordinal)
            && fields[1] == caller.Partition && fields[4] == caller.Account && fields[5].Split('/')[^1] == caller.Name;
    }

    /// <summary>PL-055.</summary>
    private Levels UniqueIdLevel(string id)
    {
        if (context.Find("aws:userid") is not { IsArray: false } userId)
        {
            return Levels.None;
        }

        var text = userId.Texts[0];
        var starts = text.StartsWith(id + ":", StringComparison.Ordinal);
        return caller.Kind switch
        {
            PrincipalKind.User => text == id ? Levels.Direct : Levels.None,
            PrincipalKind.Role => text == id || starts ? Levels.Limited : Levels.None,
            PrincipalKind.RoleSession => starts ? Levels.Limited : Levels.None,
            _ => Levels.None,
        };
    }
}
