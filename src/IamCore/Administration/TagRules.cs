using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>Restrictions on tags and how they are merged (ID-073 to ID-076).</summary>
internal static class TagRules
{
    /// <summary>Returns how the tag keys of an object are compared (ID-074).</summary>
    public static StringComparer ComparerFor(ObjectKind kind) =>
        kind is ObjectKind.User or ObjectKind.Role ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Returns an object's tags; null if objects of its kind have none.</summary>
    public static ValueList<Tag>? Of(DirectoryObject? o) => o switch
    {
        IamEntity entity => entity.Tags,
        ManagedPolicy policy => policy.Tags,
        InstanceProfile profile => profile.Tags,
        OidcProvider provider => provider.Tags,
        SamlProvider provider => provider.Tags,
        ServerCertificate certificate => certificate.Tags,
        MfaDevice { Type: MfaDeviceType.Virtual } device => device.Tags,
        _ => null,
    };

    /// <summary>Returns the object with other tags.</summary>
    public static DirectoryObject With(DirectoryObject o, ValueList<Tag> tags) => o switch
    {
        IamEntity entity => entity with { Tags = tags },
        ManagedPolicy policy => policy with { Tags = tags },
        InstanceProfile profile => profile with { Tags = tags },
        OidcProvider provider => provider with { Tags = tags },
        SamlProvider provider => provider with { Tags = tags },
        ServerCertificate certificate => certificate with { Tags = tags },
        MfaDevice device => device with { Tags = tags },
        _ => throw new ArgumentException("Objects of this kind have no tags", nameof(o)),
    };

    /// <summary>Rejects reserved keys and values, and duplicate keys (ID-073, ID-075).</summary>
    public static void Check(ValueList<Tag> tags, ObjectKind kind)
    {
        var seen = new HashSet<string>(ComparerFor(kind));
        foreach (var tag in tags)
        {
            CheckReserved(tag.Key);
            CheckReserved(tag.Value ?? "");
            if (!seen.Add(tag.Key))
            {
                throw IamErrors.Invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive on users and roles.", "ID-075");
            }
        }
    }

    /// <summary>Rejects reserved keys (ID-073).</summary>
    public static void CheckKeys(ValueList<string> keys)
    {
        foreach (var key in keys)
        {
            CheckReserved(key);
        }
    }

    /// <summary>Throws if there are more tags than an object may have (ID-206).</summary>
    public static void CheckCount(ValueList<Tag> tags, QuotaTable quotas) => quotas.Check(Quota.TagsPerObject, tags.Count);

    /// <summary>Returns tags in the order in which they are stored (ID-078); a missing value becomes the empty string (ID-072).</summary>
    public static ValueList<Tag> Normalize(IEnumerable<Tag> tags) =>
        [.. tags.Select(t => t with { Value = t.Value ?? "" }).OrderBy(t => t.Key, StringComparer.Ordinal)];

    /// <summary>Merges new tags into old ones. A key that compares equal is replaced, including its spelling (ID-074, ID-076).</summary>
    public static ValueList<Tag> Merge(ValueList<Tag> old, ValueList<Tag> added, ObjectKind kind)
    {
        var keys = ((IEnumerable<Tag>)added).Select(t => t.Key).ToHashSet(ComparerFor(kind));
        return Normalize(((IEnumerable<Tag>)old).Where(t => !keys.Contains(t.Key)).Concat(added));
    }

    /// <summary>Returns the old tags without some keys (ID-076).</summary>
    public static ValueList<Tag> Without(ValueList<Tag> old, ValueList<string> removed, ObjectKind kind)
    {
        var keys = ((IEnumerable<string>)removed).ToHashSet(ComparerFor(kind));
        return [.. ((IEnumerable<Tag>)old).Where(t => !keys.Contains(t.Key))];
    }

    private static void CheckReserved(string text)
    {
        if (text.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            throw IamErrors.Invalid("System tags cannot be added/updated/deleted by requester: the prefix aws: is reserved.", "ID-073");
        }
    }
}
