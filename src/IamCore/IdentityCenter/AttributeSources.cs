using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>Attributes for access control: which session tag takes its value from where (ST-152).</summary>
internal static class AttributeSources
{
    private const string Start = "${path:";

    public static void Validate(ParameterCheck check, ValueList<AccessControlAttribute> attributes)
    {
        check.Require(attributes.Count <= 50, "AccessControlAttributes", "must have at most 50 members", "ST-152");
        check.Tags([.. ((IEnumerable<AccessControlAttribute>)attributes).Select(a => new Tag(a.Key, ""))], "AccessControlAttributes");
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in attributes)
        {
            check.Require(attribute.Key is not null && keys.Add(attribute.Key), "AccessControlAttributes", "must not have a key twice, in any letter case", "ST-152");
            check.Require(attribute.Key?.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) == false, "AccessControlAttributes", "must not begin with aws:", "ST-152");
            check.Require(PathOf(attribute.Source) is not null, "AccessControlAttributes", "must have a source of the form ${path:…}", "ST-152");
        }
    }

    /// <summary>
    /// Returns the tags of a user's sessions: the values of the expressions, overridden by what the identity provider passed.
    /// </summary>
    /// <remarks>A value that is missing, or that is not a valid tag value, yields no tag.</remarks>
    public static Dictionary<string, string> TagsOf(IdentityCenterInstance instance, DirectoryUser user, IEnumerable<Tag> passed)
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in instance.AccessControlAttributes)
        {
            if (PathOf(attribute.Source) is { } path && ValueOf(user, path) is { } value && IsTag(new(attribute.Key, value)))
            {
                tags[attribute.Key] = value;
            }
        }

        foreach (var tag in passed.Where(IsTag))
        {
            tags.Remove(tag.Key);
            tags[tag.Key] = tag.Value;
        }

        return tags;
    }

    private static string? PathOf(string? source) =>
        source is not null && source.StartsWith(Start, StringComparison.Ordinal) && source.EndsWith('}') && source.Length > Start.Length + 1 && source.Length <= 512
            ? source[Start.Length..^1] : null;

    private static string? ValueOf(DirectoryUser user, string path) => path switch
    {
        "userName" => user.UserName,
        "displayName" => user.DisplayName,
        "name.givenName" => user.Name?.GivenName,
        "name.familyName" => user.Name?.FamilyName,
        "emails[primary eq true].value" => user.Email,
        _ => ((IEnumerable<UserAttribute>)user.Attributes).FirstOrDefault(a => a.Path == path)?.Value,
    };

    private static bool IsTag(Tag tag)
    {
        var check = new ParameterCheck(QuotaTable.Default);
        check.Tags([tag]);
        return !check.HasFailed && !tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) && !tag.Value.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);
    }
}
