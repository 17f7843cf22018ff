using IamCore.Model;

namespace IamCore.Stores;

/// <summary>The sort key of an object in lists: kind, scope, folded name and id.</summary>
internal readonly record struct ListKey(ObjectKind Kind, string Scope, string FoldedName, string Id) : IComparable<ListKey>
{
    public static ListKey Of(DirectoryObject o) => new(o.ObjectKind, o.Scope, DirectoryKeys.Fold(o.ListName), o.Id);

    /// <summary>Sorts before every object of a kind and scope, since no name and no id is empty.</summary>
    public static ListKey First(ObjectKind kind, string scope) => new(kind, scope, "", "");

    /// <summary>Sorts after every object of a kind and scope.</summary>
    public static ListKey End(ObjectKind kind, string scope) => new(kind, scope + "\0", "", "");

    public int CompareTo(ListKey other)
    {
        var order = Kind.CompareTo(other.Kind);
        order = order != 0 ? order : string.CompareOrdinal(Scope, other.Scope);
        order = order != 0 ? order : string.CompareOrdinal(FoldedName, other.FoldedName);
        return order != 0 ? order : string.CompareOrdinal(Id, other.Id);
    }
}
