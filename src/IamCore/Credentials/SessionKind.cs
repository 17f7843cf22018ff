namespace IamCore.Credentials;

/// <summary>How temporary credentials came about (ST-007). A token keeps the number, so members are only ever appended.</summary>
public enum SessionKind : byte
{
    /// <summary>No session.</summary>
    None,

    /// <summary>A user or root by <c>GetSessionToken</c>.</summary>
    User,

    /// <summary>A user or root by password (CR-027).</summary>
    SignIn,

    /// <summary>A role by <c>AssumeRole</c>.</summary>
    AssumedRole,

    /// <summary>A role by an OpenID Connect token.</summary>
    WebIdentityRole,

    /// <summary>A role by a SAML assertion.</summary>
    SamlRole,

    /// <summary>A role by a service (ST-115).</summary>
    ServiceRole,

    /// <summary>A role by an instance profile (ST-109).</summary>
    WorkloadRole,

    /// <summary>A role by an Identity Center assignment (ST-150).</summary>
    IdentityCenterRole,

    /// <summary>A federated user by <c>GetFederationToken</c>.</summary>
    FederatedUser,

    /// <summary>The root user of a member account, for one task (ST-098).</summary>
    RootTask,

    /// <summary>Another caller, acting through a service (ST-122).</summary>
    Forwarded,
}
