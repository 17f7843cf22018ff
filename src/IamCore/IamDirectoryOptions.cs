using IamCore.Configuration;
using IamCore.Model;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore;

/// <summary>How an instance administers its directory.</summary>
public sealed record IamDirectoryOptions
{
    /// <summary>The quotas in force (ID-182).</summary>
    public QuotaTable Quotas { get; init; } = QuotaTable.Default;

    /// <summary>The predefined policies there are (ID-151).</summary>
    public PredefinedPolicies PredefinedPolicies { get; init; } = PredefinedPolicies.Default;

    /// <summary>The clock (ID-005).</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where ids come from (ID-006).</summary>
    public RandomSource Random { get; init; } = RandomSource.System;

    /// <summary>What becomes of principals of accounts that this instance does not hold (ID-113).</summary>
    public ForeignPrincipals ForeignPrincipals { get; init; } = ForeignPrincipals.Accept;

    /// <summary>The components that act as services (ID-123).</summary>
    public ValueList<RegisteredService> Services { get; init; } = ValueList<RegisteredService>.Empty;

    /// <summary>Which policy documents may be stored (ID-002).</summary>
    public PolicyAcceptance PolicyAcceptance { get; init; } = PolicyAcceptance.Default;

    /// <summary>Which identity last used which action, as an authorizer over the same store records it; <see langword="null"/> where nothing is recorded (ID-267).</summary>
    public LastAccessed? LastAccessed { get; init; }

    /// <summary>Who is told of changes, of what was denied, and of what is advised against (ID-261).</summary>
    public ValueList<IDirectoryObserver> Observers { get; init; } = ValueList<IDirectoryObserver>.Empty;

    /// <summary>How credentials are kept and sessions are made.</summary>
    public CredentialOptions Credentials { get; init; } = new();

    /// <summary>Where users of Identity Center prove who they are, other than in its own directory (ST-135).</summary>
    public IdentityCenterOptions IdentityCenter { get; init; } = new();
}
