using IamCore.Model;

namespace IamCore.Principals;

/// <summary>What an account brings to decisions about its principals and resources, as of one revision.</summary>
public sealed record AccountPolicies
{
    /// <summary>The revision all of this is of.</summary>
    public required long Revision { get; init; }

    /// <summary>The account.</summary>
    public required IamAccount Account { get; init; }

    /// <summary>Its organization; <see langword="null"/> for a standalone account.</summary>
    public Organization? Organization { get; init; }

    /// <summary>The account's path, <c>o-…/r-…/ou-…/</c> (ID-022); <see langword="null"/> for a standalone account.</summary>
    public string? OrganizationPath { get; init; }

    /// <summary>The service control policies that bind the account's principals, organization root first, account last. Empty for
    /// standalone accounts and for the management account (ID-024).</summary>
    public ValueList<ControlLevel> ServiceControl { get; init; } = ValueList<ControlLevel>.Empty;

    /// <summary>The resource control policies that bind the account's resources, in the same order and with the same exceptions (ID-024).</summary>
    public ValueList<ControlLevel> ResourceControl { get; init; } = ValueList<ControlLevel>.Empty;
}
