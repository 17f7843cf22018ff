namespace IamCore.IdentityCenter.Assignments;

/// <summary>Whether a role is up to date with its permission set (ST-145).</summary>
public enum ProvisioningStatus : byte
{
    /// <summary>The role is not up to date: <c>LATEST_PERMISSION_SET_NOT_PROVISIONED</c>.</summary>
    LatestNotProvisioned,

    /// <summary>The role is up to date: <c>LATEST_PERMISSION_SET_PROVISIONED</c>.</summary>
    LatestProvisioned,
}
