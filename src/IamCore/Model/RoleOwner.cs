namespace IamCore.Model;

/// <summary>Who created a role (ID-121, ID-127).</summary>
public enum RoleOwner : byte
{
    /// <summary>An administrator of the account.</summary>
    Customer,

    /// <summary>A service, for itself: a service-linked role (ID-124).</summary>
    Service,

    /// <summary>An Identity Center assignment.</summary>
    IdentityCenter,
}
