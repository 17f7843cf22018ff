namespace IamCore.IdentityCenter.Portal;

/// <summary>A code of an authenticator app.</summary>
/// <param name="DeviceId">The id of the device.</param>
/// <param name="Code">The current code, six digits.</param>
public sealed record PortalCode(string DeviceId, string Code)
{
    /// <summary>Returns the id of the device, never the code (CR-107).</summary>
    public override string ToString() => DeviceId;
}
