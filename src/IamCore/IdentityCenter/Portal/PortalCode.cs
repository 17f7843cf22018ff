namespace IamCore.IdentityCenter.Portal;

/// <summary>A code of an authenticator app.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="Code">Six digits.</param>
public sealed record PortalCode(string DeviceId, string Code)
{
    /// <summary>The device (CR-107).</summary>
    public override string ToString() => DeviceId;
}
