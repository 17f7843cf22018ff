using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>Lists the objects of one kind in an account (ID-265).</summary>
internal static class ListQueries
{
    public static async ValueTask<Page<T>> PageAsync<TItem, T>(
        this AdministrationWork work, IamListQuery<TItem> command, ObjectKind kind, string? pathPrefix, Func<T, bool>? filter = null, ObjectReference? refersTo = null,
        string? scope = null)
        where T : DirectoryObject
    {
        // The marker is bound to all that narrows the list, so that a marker of another list is rejected instead of silently skipping
        // items.
        var list = $"{command.Action}\n{scope ?? work.AccountId.ToString()}\n{kind}\n{pathPrefix}\n{refersTo}";
        var page = await work.ListAsync(new ObjectQuery
        {
            Kind = kind,
            Scope = scope ?? work.ScopeOf(kind),
            PathPrefix = pathPrefix ?? "/",
            RefersTo = refersTo,
            After = Markers.Read(list, command.Marker),
            Limit = command.Limit,
        }).ConfigureAwait(false);
        var items = ((IEnumerable<DirectoryObject>)page.Items).Cast<T>();
        return new([.. filter is null ? items : items.Where(filter)], page.Next is { } next ? Markers.Write(list, next) : null);
    }

    /// <summary>Returns all objects of a kind in the account, by name.</summary>
    public static async ValueTask<List<T>> AllAsync<T>(this AdministrationWork work, ObjectKind kind, string? pathPrefix = null, string? scope = null)
        where T : DirectoryObject
    {
        var all = new List<T>();
        var query = new ObjectQuery { Kind = kind, Scope = scope ?? work.ScopeOf(kind), PathPrefix = pathPrefix ?? "/", Limit = ObjectQuery.MaxLimit };
        do
        {
            var page = await work.ListAsync(query).ConfigureAwait(false);
            all.AddRange(((IEnumerable<DirectoryObject>)page.Items).Cast<T>());
            query = query with { After = page.Next };
        }
        while (query.After is not null);

        return all;
    }

    /// <summary>Returns a page of a list that is entirely in memory, ordered by name.</summary>
    public static Page<T> PageOf<TItem, T>(
        this AdministrationWork work, IamListQuery<TItem> command, string list, IEnumerable<T> all, Func<T, string> nameOf, Func<T, string>? idOf = null, bool isFolded = true)
    {
        var name = $"{command.Action}\n{work.AccountId}\n{list}";
        var after = Markers.Read(name, command.Marker);
        var rest = all
            .OrderBy(SortKeyOf, StringComparer.Ordinal).ThenBy(IdOf, StringComparer.Ordinal)
            .Where(item => after is not { } position || IsAfter(SortKeyOf(item), IdOf(item), position)).Take(command.Limit + 1).ToList();
        var isWhole = rest.Count <= command.Limit;
        var items = isWhole ? rest : rest[..command.Limit];
        return new([.. items], isWhole ? null : Markers.Write(name, new(SortKeyOf(items[^1]), IdOf(items[^1]))));

        string SortKeyOf(T item) => isFolded ? DirectoryKeys.Fold(nameOf(item)) : nameOf(item);

        string IdOf(T item) => idOf is null ? nameOf(item) : idOf(item);
    }

    private static bool IsAfter(string name, string id, ListPosition position)
    {
        var order = string.CompareOrdinal(name, position.FoldedName);
        return order > 0 || (order == 0 && string.CompareOrdinal(id, position.Id) > 0);
    }
}
