namespace IamCore;

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

/// <summary>The control policies attached to one place of an organization's tree; perhaps none, which for service control policies
/// allows nothing (EV-041).</summary>
/// <param name="Node">The root (as its organization), unit or account.</param>
/// <param name="Origin">The place, for people.</param>
/// <param name="Policies">The policies in the order of attaching.</param>
public sealed record ControlLevel(ObjectKey Node, string Origin, ValueList<AppliedPolicy> Policies);
