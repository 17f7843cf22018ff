using IamCore.Model;

namespace IamCore.Stores;

/// <summary>Says which object is meant: by its key, or by one of the unique keys it holds at the moment.</summary>
public readonly record struct ObjectLocator
{
    private ObjectLocator(ObjectKey key, string? uniqueKey)
    {
        Key = key;
        UniqueKey = uniqueKey;
    }

    /// <summary>The key; the default where the object is named by a unique key.</summary>
    public ObjectKey Key { get; }

    /// <summary>The unique key, see <see cref="DirectoryKeys"/>; <see langword="null"/> where the object is named by its key.</summary>
    public string? UniqueKey { get; }

    /// <summary>The object of that key.</summary>
    public static ObjectLocator ByKey(ObjectKey key) => new(key, null);

    /// <summary>The object of that key.</summary>
    public static ObjectLocator ByKey(ObjectKind kind, string id) => new(new(kind, id), null);

    /// <summary>The object that holds a unique key.</summary>
    public static ObjectLocator ByUniqueKey(string uniqueKey) => new(default, uniqueKey);

    /// <summary>For people: the key.</summary>
    public override string ToString() => UniqueKey ?? Key.ToString();
}
