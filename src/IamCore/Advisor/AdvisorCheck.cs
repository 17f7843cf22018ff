namespace IamCore.Advisor;

/// <summary>The best practices that <see cref="RunAdvisor"/> checks.</summary>
public enum AdvisorCheck : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>The root user has an access key.</summary>
    RootAccessKey,

    /// <summary>The root user has no MFA device.</summary>
    RootWithoutMfa,

    /// <summary>The root user was used within the last 90 days.</summary>
    RootUsed,

    /// <summary>A user has an active access key, although temporary credentials are preferable (CR-114).</summary>
    LongTermKey,

    /// <summary>An application has access keys, although a role would do.</summary>
    WorkloadWithKeys,

    /// <summary>An active access key is older than 90 days.</summary>
    OldAccessKey,

    /// <summary>A password or active access key has not been used for 90 days.</summary>
    UnusedCredential,

    /// <summary>A user with a password has no MFA device.</summary>
    UserWithoutMfa,

    /// <summary>A person has a password or key, although the account has an identity provider.</summary>
    HumanBesideProvider,

    /// <summary>A policy is attached to a user rather than to a group.</summary>
    DirectAttachment,

    /// <summary>A user's own policy allows everything.</summary>
    FullAdministrator,

    /// <summary>An inline policy has the same content as another inline policy.</summary>
    DuplicateInlinePolicy,

    /// <summary>A trust policy is open to everyone.</summary>
    OpenTrust,

    /// <summary>A trust policy admits a third party without an external id.</summary>
    ThirdPartyWithoutExternalId,

    /// <summary>A trust statement names several web identity providers (ST-056).</summary>
    SeveralWebProviders,

    /// <summary>A policy relies on <c>saml:sub</c> without testing that the subject is persistent (ST-075).</summary>
    TransientSamlSubject,

    /// <summary>A user has not been used for 90 days.</summary>
    UnusedUser,

    /// <summary>A role has not been used for 400 days.</summary>
    UnusedRole,

    /// <summary>An emergency user has no MFA device, or the trust policy of an emergency role does not require MFA.</summary>
    EmergencyWithoutMfa,

    /// <summary>An emergency user or role has not been tested for 90 days.</summary>
    EmergencyUntested,
}
