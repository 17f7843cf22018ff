using IamCore.Stores;

namespace IamCore;

/// <summary>How an authorizer works. Read once, when the authorizer is made.</summary>
public sealed class AuthorizerOptions
{
    /// <summary>Most principals, and most sessions asked by name, whose policies are kept ready; beyond it those not asked for lately are let go.</summary>
    /// <value>100,000</value>
    public int MaxCachedPrincipals { get; set; } = 100_000;

    /// <summary>For how long the store's <see cref="IDirectoryWatch.KnownRevision"/> is taken for the newest before the store itself is asked
    /// again. Bounds how late a commit made by another process is seen; commits made through the same store object are always seen at once.</summary>
    /// <value>5 seconds</value>
    public TimeSpan MaxStaleness { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a question waits for its <see cref="AccessQuestion.MinimumRevision"/>.</summary>
    /// <value>10 seconds</value>
    public TimeSpan MinimumRevisionTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The actions that only the root user of the resource's account may do, whatever policies say (ID-039). A host adds its own.</summary>
    /// <value>those of ID-038 that have a name of their own</value>
    public ISet<ActionName> RootOnlyActions { get; } = new HashSet<ActionName>
    {
        ActionName.Parse("account:UpdateAccountName"),
        ActionName.Parse("iamcore:UpdateRootEmail"),
        ActionName.Parse("iamcore:UpdateRootPassword"),
        ActionName.Parse("iamcore:CloseAccount"),
        ActionName.Parse("account:CloseAccount"),
        ActionName.Parse("billing:UpdateIAMAccessPreference"),
    };

    /// <summary>Whether last-accessed data are recorded (ID-270).</summary>
    /// <value><see langword="true"/></value>
    public bool RecordLastAccessed { get; set; } = true;

    /// <summary>Most identities whose last-accessed data are kept; beyond it those longest without access are forgotten.</summary>
    /// <value>100,000</value>
    public int MaxTrackedIdentities { get; set; } = 100_000;

    /// <summary>Checks the values.</summary>
    /// <exception cref="InvalidOperationException">A value is out of its range; the message names all such.</exception>
    public void Validate()
    {
        var problems = new List<string>();
        if (MaxCachedPrincipals < 1)
        {
            problems.Add(FormattableString.Invariant($"MaxCachedPrincipals must be at least 1, not {MaxCachedPrincipals}"));
        }

        if (MaxStaleness < TimeSpan.Zero)
        {
            problems.Add(FormattableString.Invariant($"MaxStaleness must not be negative, not {MaxStaleness}"));
        }

        if (MinimumRevisionTimeout <= TimeSpan.Zero)
        {
            problems.Add(FormattableString.Invariant($"MinimumRevisionTimeout must be positive, not {MinimumRevisionTimeout}"));
        }

        if (MaxTrackedIdentities < 1)
        {
            problems.Add(FormattableString.Invariant($"MaxTrackedIdentities must be at least 1, not {MaxTrackedIdentities}"));
        }

        if (RootOnlyActions.Any(action => action.IsNone))
        {
            problems.Add("RootOnlyActions must not hold the default action");
        }

        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"The authorizer's options are wrong: {string.Join("; ", problems)}");
        }
    }
}
