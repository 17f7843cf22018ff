using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Lists the tags of a virtual MFA device.</summary>
/// <param name="SerialNumber">The ARN of the device.</param>
public sealed record ListMFADeviceTags(string SerialNumber) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.MfaDevice, SerialNumber);
}
