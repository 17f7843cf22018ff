namespace IamCore.Advisor;

/// <summary>The advice that findings restate.</summary>
public enum AdvisorCheck : byte
{
    /// <summary>No advice.</summary>
    None,

    /// <summary>The root user has an access key.</summary>
    RootAccessKey,

    /// <summary>The root user has no MFA device.</summary>
    RootWithoutMfa,

    /// <summary>The root user was used in the last 90 days.</summary>
    RootUsed,

    /// <summary>A user has an active access key; temporary credentials are better (CR-114).</summary>
    LongTermKey,

    /// <summary>An application has access keys where a role would do.</summary>
    WorkloadWithKeys,

    /// <summary>An active access key is older than 90 days.</summary>
    OldAccessKey,

    /// <summary>A password or active access key was not used for 90 days.</summary>
    UnusedCredential,

    /// <summary>A user with a password has no MFA device.</summary>
    UserWithoutMfa,

    /// <summary>A person has a password or key although an identity provider serves the account.</summary>
    HumanBesideProvider,

    /// <summary>A policy is attached to a user rather than to a group.</summary>
    DirectAttachment,

    /// <summary>A user's own policy allows everything.</summary>
    FullAdministrator,

    /// <summary>An inline policy says what another inline policy says.</summary>
    DuplicateInlinePolicy,

    /// <summary>A trust policy is open to everyone.</summary>
    OpenTrust,

    /// <summary>A trust policy lets a third party in without an external id.</summary>
    ThirdPartyWithoutExternalId,

    /// <summary>A trust statement names several web identity providers (ST-056).</summary>
    SeveralWebProviders,

    /// <summary>A policy relies on <c>saml:sub</c> without asking whether it is persistent (ST-075).</summary>
    TransientSamlSubject,

    /// <summary>A user was not used for 90 days.</summary>
    UnusedUser,

    /// <summary>A role was not used for 400 days.</summary>
    UnusedRole,

    /// <summary>An emergency user has no MFA device, or the trust policy of an emergency role asks for none.</summary>
    EmergencyWithoutMfa,

    /// <summary>An emergency user or role was not tried out for 90 days.</summary>
    EmergencyUntested,
}
