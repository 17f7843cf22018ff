using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Takes tags from a virtual MFA device.</summary>
/// <param name="SerialNumber">The device's ARN.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagMFADevice(string SerialNumber, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.MfaDevice, SerialNumber);
}
