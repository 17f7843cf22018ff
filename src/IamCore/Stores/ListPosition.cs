using IamCore.Model;

namespace IamCore.Stores;

/// <summary>A place in a list, which stays a place when objects come and go.</summary>
/// <param name="FoldedName">The folded name of the last object before it.</param>
/// <param name="Id">The id of that object.</param>
public readonly record struct ListPosition(string FoldedName, string Id)
{
    /// <summary>The place right after an object.</summary>
    public static ListPosition Of(DirectoryObject last)
    {
        ArgumentNullException.ThrowIfNull(last);
        return new(DirectoryKeys.Fold(last.ListName), last.Id);
    }
}
