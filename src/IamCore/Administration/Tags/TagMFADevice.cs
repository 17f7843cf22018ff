using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags a virtual MFA device; other devices are not taggable (ID-077).</summary>
/// <param name="SerialNumber">The device's ARN.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagMFADevice(string SerialNumber, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.MfaDevice, SerialNumber);
}
