using IamCore.Administration;

namespace IamCore;

/// <summary>Tags a virtual MFA device; other devices are not taggable (ID-077).</summary>
/// <param name="SerialNumber">The device's ARN.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagMFADevice(string SerialNumber, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.MfaDevice, SerialNumber);
}

/// <summary>Takes tags from a virtual MFA device.</summary>
/// <param name="SerialNumber">The device's ARN.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagMFADevice(string SerialNumber, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.MfaDevice, SerialNumber);
}

/// <summary>Lists the tags of a virtual MFA device.</summary>
/// <param name="SerialNumber">The device's ARN.</param>
public sealed record ListMFADeviceTags(string SerialNumber) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.MfaDevice, SerialNumber);
}
