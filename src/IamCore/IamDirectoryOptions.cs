using IamCore.Configuration;
using IamCore.Model;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore;

/// <summary>Settings for administering a directory.</summary>
public sealed record IamDirectoryOptions
{
    /// <summary>The quotas in force (ID-182).</summary>
    /// <value><see cref="QuotaTable.Default"/></value>
    public QuotaTable Quotas { get; init; } = QuotaTable.Default;

    /// <summary>The predefined (AWS-managed) policies that can be attached (ID-151).</summary>
    /// <value><see cref="PredefinedPolicies.Default"/></value>
    public PredefinedPolicies PredefinedPolicies { get; init; } = PredefinedPolicies.Default;

    /// <summary>The clock (ID-005).</summary>
    /// <value><see cref="TimeProvider.System"/></value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The source of randomness for unique ids and secrets (ID-006).</summary>
    /// <value><see cref="RandomSource.System"/></value>
    public RandomSource Random { get; init; } = RandomSource.System;

    /// <summary>Whether policies may name principals of accounts that this directory does not contain (ID-113).</summary>
    /// <value><see cref="ForeignPrincipals.Accept"/></value>
    public ForeignPrincipals ForeignPrincipals { get; init; } = ForeignPrincipals.Accept;

    /// <summary>The components of the host that act as services, and so may assume service roles (ID-123).</summary>
    public ValueList<RegisteredService> Services { get; init; } = ValueList<RegisteredService>.Empty;

    /// <summary>Which policy documents may be stored (ID-002).</summary>
    /// <value><see cref="PolicyAcceptance.Default"/></value>
    public PolicyAcceptance PolicyAcceptance { get; init; } = PolicyAcceptance.Default;

    /// <summary>
    /// The last-accessed data that an authorizer over the same store records; <see langword="null"/> if none are recorded (ID-267).
    /// </summary>
    public LastAccessed? LastAccessed { get; init; }

    /// <summary>The observers of operations, sign-ins and departures from best practice (ID-261).</summary>
    public ValueList<IDirectoryObserver> Observers { get; init; } = ValueList<IDirectoryObserver>.Empty;

    /// <summary>Settings for storing credentials and issuing sessions.</summary>
    public CredentialOptions Credentials { get; init; } = new();

    /// <summary>How users of Identity Center are authenticated other than by its own directory (ST-135).</summary>
    public IdentityCenterOptions IdentityCenter { get; init; } = new();
}
