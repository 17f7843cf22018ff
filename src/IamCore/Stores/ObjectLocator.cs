using IamCore.Model;

namespace IamCore.Stores;

/// <summary>Identifies an object by its key, or by a unique key that it holds at present.</summary>
public readonly record struct ObjectLocator
{
    private ObjectLocator(ObjectKey key, string? uniqueKey)
    {
        Key = key;
        UniqueKey = uniqueKey;
    }

    /// <summary>The key; the default value if the object is identified by a unique key.</summary>
    public ObjectKey Key { get; }

    /// <summary>The unique key, see <see cref="DirectoryKeys"/>; <see langword="null"/> if the object is identified by its key.</summary>
    public string? UniqueKey { get; }

    /// <summary>Locates an object by key.</summary>
    public static ObjectLocator ByKey(ObjectKey key) => new(key, null);

    /// <summary>Locates an object by key.</summary>
    public static ObjectLocator ByKey(ObjectKind kind, string id) => new(new(kind, id), null);

    /// <summary>Locates the object that holds a unique key.</summary>
    public static ObjectLocator ByUniqueKey(string uniqueKey) => new(default, uniqueKey);

    /// <summary>Returns the key or unique key as text.</summary>
    public override string ToString() => UniqueKey ?? Key.ToString();
}
