namespace IamCore.Credentials;

/// <summary>How temporary credentials were issued (ST-007). Tokens contain the numbers, so new members are only appended.</summary>
public enum SessionKind : byte
{
    /// <summary>No session.</summary>
    None,

    /// <summary>To a user or root user by <c>GetSessionToken</c>.</summary>
    User,

    /// <summary>To a user or root user by signing in with a password (CR-027).</summary>
    SignIn,

    /// <summary>To a role session by <c>AssumeRole</c>.</summary>
    AssumedRole,

    /// <summary>To a role session for an OpenID Connect token.</summary>
    WebIdentityRole,

    /// <summary>To a role session for a SAML assertion.</summary>
    SamlRole,

    /// <summary>To a role session of a service (ST-115).</summary>
    ServiceRole,

    /// <summary>To a role session of a workload, through an instance profile (ST-109).</summary>
    WorkloadRole,

    /// <summary>To a role session of an Identity Center assignment (ST-150).</summary>
    IdentityCenterRole,

    /// <summary>To a federated user by <c>GetFederationToken</c>.</summary>
    FederatedUser,

    /// <summary>To the root user of a member account for a single task (ST-098).</summary>
    RootTask,

    /// <summary>To a service that acts on behalf of another caller (ST-122).</summary>
    Forwarded,
}
