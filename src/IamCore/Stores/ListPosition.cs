using IamCore.Model;

namespace IamCore.Stores;

/// <summary>A position in a list. It remains valid when objects are added or removed.</summary>
/// <param name="FoldedName">The folded name of the object before the position.</param>
/// <param name="Id">The id of that object.</param>
public readonly record struct ListPosition(string FoldedName, string Id)
{
    /// <summary>Returns the position immediately after an object.</summary>
    /// <param name="last">The object.</param>
    /// <returns>The position.</returns>
    public static ListPosition Of(DirectoryObject last)
    {
        ArgumentNullException.ThrowIfNull(last);
        return new(DirectoryKeys.Fold(last.ListName), last.Id);
    }
}
