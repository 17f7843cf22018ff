namespace IamCore.Administration.Roles;

/// <summary>What a role is for (ID-121).</summary>
public enum RoleCategory : byte
{
    /// <summary>None of the others.</summary>
    Standard,

    /// <summary>Every allow of its trust policy is for services.</summary>
    Service,

    /// <summary>A service made it for itself.</summary>
    ServiceLinked,

    /// <summary>An Identity Center assignment made it.</summary>
    IdentityCenter,

    /// <summary>Every allow of its trust policy is for identity providers.</summary>
    Federated,
}
