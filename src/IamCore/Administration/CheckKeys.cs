using IamCore.Callers;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>Builds the context keys of an operation (ID-079, ID-240).</summary>
internal static class CheckKeys
{
    public static RequestContext Of(AdministrationCheck check)
    {
        var keys = new RequestContext();
        foreach (var tag in check.ResourceTags ?? ValueList<Tag>.Empty)
        {
            keys[$"aws:ResourceTag/{tag.Key}"] = tag.Value;
            keys[$"iam:ResourceTag/{tag.Key}"] = tag.Value;
        }

        RequestTags.Add(keys, check.RequestTags ?? ValueList<Tag>.Empty);
        if (check.TagKeys is { Count: > 0 } tagKeys)
        {
            keys["aws:TagKeys"] = ContextValue.Many(tagKeys.AsSpan());
        }

        if (check.PermissionsBoundary is { } boundary)
        {
            keys["iam:PermissionsBoundary"] = boundary;
        }

        foreach (var (name, value) in check.Keys)
        {
            keys[name] = value;
        }

        return keys;
    }
}
