namespace IamCore.Policies;

/// <summary>The kinds of principal (EV-001).</summary>
public enum PrincipalKind : byte
{
    /// <summary>Nobody in particular: a caller without credentials.</summary>
    Anonymous,

    /// <summary>The root user of an account.</summary>
    RootUser,

    /// <summary>An IAM user.</summary>
    User,

    /// <summary>Some session of a role whose name is not known (EV-002).</summary>
    Role,

    /// <summary>A named session of a role.</summary>
    RoleSession,

    /// <summary>A federated session that an IAM user asked for.</summary>
    FederatedUser,

    /// <summary>A service acting on its own.</summary>
    Service,

    /// <summary>An identity provider, in requests that exchange its proof for a role session.</summary>
    IdentityProvider,

    /// <summary>A canonical user id.</summary>
    CanonicalUser,
}
