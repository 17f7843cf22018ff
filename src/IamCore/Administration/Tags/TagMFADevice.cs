using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags a virtual MFA device. Other devices cannot be tagged (ID-077).</summary>
/// <param name="SerialNumber">The ARN of the device.</param>
/// <param name="Tags">The tags to add or change.</param>
public sealed record TagMFADevice(string SerialNumber, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.MfaDevice, SerialNumber);
}
