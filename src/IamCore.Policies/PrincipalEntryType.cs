namespace IamCore.Policies;

/// <summary>The members of a principal object (PL-040).</summary>
public enum PrincipalEntryType : byte
{
    /// <summary>Accounts, users, roles, sessions, or <c>*</c> (PL-042).</summary>
    Aws,

    /// <summary>A service principal name (PL-044).</summary>
    Service,

    /// <summary>An identity provider (PL-045).</summary>
    Federated,

    /// <summary>A canonical user id (PL-046).</summary>
    CanonicalUser,
}
