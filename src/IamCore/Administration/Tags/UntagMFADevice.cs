using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Removes tags from a virtual MFA device.</summary>
/// <param name="SerialNumber">The ARN of the device.</param>
/// <param name="TagKeys">The keys of the tags to remove.</param>
public sealed record UntagMFADevice(string SerialNumber, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.MfaDevice, SerialNumber);
}
