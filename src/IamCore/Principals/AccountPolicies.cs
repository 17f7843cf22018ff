using IamCore.Model;

namespace IamCore.Principals;

/// <summary>The account-level policies that apply to an account's principals and resources, at one revision.</summary>
public sealed record AccountPolicies
{
    /// <summary>The revision at which everything was read.</summary>
    public required long Revision { get; init; }

    /// <summary>The account.</summary>
    public required IamAccount Account { get; init; }

    /// <summary>The account's organization; <see langword="null"/> for a standalone account.</summary>
    public Organization? Organization { get; init; }

    /// <summary>
    /// The account's path in the organization, <c>o-…/r-…/ou-…/</c> (ID-022); <see langword="null"/> for a standalone account.
    /// </summary>
    public string? OrganizationPath { get; init; }

    /// <summary>
    /// The service control policies that limit the account's principals, from the organization's root to the account. Empty for
    /// standalone accounts and for the
    /// management account (ID-024).
    /// </summary>
    public ValueList<ControlLevel> ServiceControl { get; init; } = ValueList<ControlLevel>.Empty;

    /// <summary>
    /// The resource control policies that limit the account's resources, in the same order and with the same exceptions (ID-024).
    /// </summary>
    public ValueList<ControlLevel> ResourceControl { get; init; } = ValueList<ControlLevel>.Empty;
}
