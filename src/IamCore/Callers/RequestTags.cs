using IamCore.Model;

namespace IamCore.Callers;

/// <summary>Adds the context keys of the tags passed in a request (ID-079).</summary>
internal static class RequestTags
{
    public static void Add(RequestContext keys, ValueList<Tag> tags)
    {
        if (tags.Count == 0)
        {
            return;
        }

        var names = new string[tags.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = tags[i].Key;
            keys[$"aws:RequestTag/{tags[i].Key}"] = tags[i].Value ?? "";
        }

        keys["aws:TagKeys"] = ContextValue.Many(names);
    }
}
