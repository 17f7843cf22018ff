namespace IamCore.Policies.Linting.Catalog;

/// <summary>A declared condition key, ready to be asked.</summary>
internal sealed class KeyEntry
{
    public KeyEntry(CatalogConditionKey key)
    {
        Key = key;
        Types = KeyTypeNames.Parse(key.Types);
        Stem = StemOf(key.Name);
    }

    /// <summary>The declaration.</summary>
    public CatalogConditionKey Key { get; }

    /// <summary>The declared types together.</summary>
    public KeyTypes Types { get; }

    /// <summary>Of a family the text before the last <c>/</c>; null for one key (VA-216).</summary>
    public string? Stem { get; }

    /// <summary>Whether every declared type is scalar, and at least one is declared.</summary>
    public bool IsScalar => (Types & (KeyTypes.Scalar | KeyTypes.Array | KeyTypes.Unknown)) == KeyTypes.Scalar;

    /// <summary>Whether every declared type is an array, and at least one is declared.</summary>
    public bool IsArray => (Types & (KeyTypes.Scalar | KeyTypes.Array)) == KeyTypes.Array;

    /// <summary>The stem where the last part of a name is a placeholder (VA-216).</summary>
    public static string? StemOf(string name)
    {
        var slash = name.LastIndexOf('/');
        if (slash < 0)
        {
            return null;
        }

        var last = name.AsSpan(slash + 1);
        var isPlaceholder = last is "key" or "tag-key" or "TagKey" or ['$', '{', .., '}'] or ['<', .., '>'];
        return isPlaceholder ? name[..slash] : null;
    }
}
