namespace IamCore.Administration.Roles;

/// <summary>The purpose of a role, derived from its owner and trust policy (ID-121).</summary>
public enum RoleCategory : byte
{
    /// <summary>None of the other categories.</summary>
    Standard,

    /// <summary>Every allow statement of its trust policy is for services.</summary>
    Service,

    /// <summary>The role was created by a service for its own use.</summary>
    ServiceLinked,

    /// <summary>The role was created by an Identity Center assignment.</summary>
    IdentityCenter,

    /// <summary>Every allow statement of its trust policy is for identity providers.</summary>
    Federated,
}
