namespace IamCore.IdentityCenter.Assignments;

/// <summary>Whether a role is up to date with its permission set (ST-145). The default is not.</summary>
public enum ProvisioningStatus : byte
{
    /// <summary><c>LATEST_PERMISSION_SET_NOT_PROVISIONED</c>.</summary>
    LatestNotProvisioned,

    /// <summary><c>LATEST_PERMISSION_SET_PROVISIONED</c>.</summary>
    LatestProvisioned,
}
