using IamCore.Stores;

namespace IamCore;

/// <summary>Settings of an authorizer. They are read once, when the authorizer is created.</summary>
public sealed class AuthorizerOptions
{
    /// <summary>
    /// The maximum number of principals, and of sessions identified by name, whose compiled policies are cached. Entries not used
    /// recently are evicted first.
    /// </summary>
    /// <value>100,000</value>
    public int MaxCachedPrincipals { get; set; } = 100_000;

    /// <summary>
    /// How long the store's <see cref="IDirectoryWatch.KnownRevision"/> is trusted before the store is asked for its revision again. This
    /// bounds the delay after
    /// which a commit by another process takes effect; commits through the same store object take effect immediately.
    /// </summary>
    /// <value>5 seconds</value>
    public TimeSpan MaxStaleness { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a question waits for its <see cref="AccessQuestion.MinimumRevision"/> before it fails with a
    /// <see cref="TimeoutException"/>.
    /// </summary>
    /// <value>10 seconds</value>
    public TimeSpan MinimumRevisionTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Actions that only the root user of the resource's account may perform, whatever its policies allow (ID-039). Hosts may add their
    /// own.
    /// </summary>
    /// <value>The root-only actions of AWS that have a name of their own (ID-038).</value>
    public ISet<ActionName> RootOnlyActions { get; } = new HashSet<ActionName>
    {
        ActionName.Parse("account:UpdateAccountName"),
        ActionName.Parse("iamcore:UpdateRootEmail"),
        ActionName.Parse("iamcore:UpdateRootPassword"),
        ActionName.Parse("iamcore:CloseAccount"),
        ActionName.Parse("account:CloseAccount"),
        ActionName.Parse("billing:UpdateIAMAccessPreference"),
    };

    /// <summary>Whether to record which identity last used which action (ID-270).</summary>
    /// <value><see langword="true"/></value>
    public bool RecordLastAccessed { get; set; } = true;

    /// <summary>The maximum number of identities with last-accessed data. Those idle the longest are dropped first.</summary>
    /// <value>100,000</value>
    public int MaxTrackedIdentities { get; set; } = 100_000;

    /// <summary>Validates the settings.</summary>
    /// <exception cref="InvalidOperationException">One or more values are out of range; the message lists all of them.</exception>
    public void Validate()
    {
        var problems = new List<string>();
        if (MaxCachedPrincipals < 1)
        {
            problems.Add(FormattableString.Invariant($"MaxCachedPrincipals must be at least 1, but is {MaxCachedPrincipals}"));
        }

        if (MaxStaleness < TimeSpan.Zero)
        {
            problems.Add(FormattableString.Invariant($"MaxStaleness must not be negative, but is {MaxStaleness}"));
        }

        if (MinimumRevisionTimeout <= TimeSpan.Zero)
        {
            problems.Add(FormattableString.Invariant($"MinimumRevisionTimeout must be positive, but is {MinimumRevisionTimeout}"));
        }

        if (MaxTrackedIdentities < 1)
        {
            problems.Add(FormattableString.Invariant($"MaxTrackedIdentities must be at least 1, but is {MaxTrackedIdentities}"));
        }

        if (RootOnlyActions.Any(action => action.IsNone))
        {
            problems.Add("RootOnlyActions must not contain the default action");
        }

        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"The authorizer options are invalid: {string.Join("; ", problems)}");
        }
    }
}
