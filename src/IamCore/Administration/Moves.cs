using IamCore.Model;

namespace IamCore.Administration;

/// <summary>Renames and moves users and groups (ID-087, ID-100): the unique id stays, and everything that refers to it (ID-066).</summary>
internal static class Moves
{
    /// <summary>Checks the caller for both the old and the new ARN (ID-240).</summary>
    public static async ValueTask AuthorizeAsync(AdministrationWork work, NamedKind kind, string action, string name, string? newName, string? newPath)
    {
        var check = await kind.CheckOnAsync(work, action, name).ConfigureAwait(false);
        await work.CheckAsync(check).ConfigureAwait(false);
        var found = await kind.FindAsync<PathObject>(work, name).ConfigureAwait(false);
        var after = kind.ArnOf(work, newName ?? found?.Name ?? name, newPath ?? found?.Path ?? "/");
        if (after != check.Resource)
        {
            await work.CheckAsync(check with { Resource = after, ShownResource = kind.ArnOf(work, newName ?? name, newPath ?? "/") }).ConfigureAwait(false);
        }
    }

    /// <summary>Changes the name and path of an object.</summary>
    public static async ValueTask<T> ApplyAsync<T>(AdministrationWork work, NamedKind kind, T o, string? newName, string? newPath, string rule)
        where T : PathObject
    {
        var name = newName ?? o.Name;
        var path = newPath ?? o.Path;
        await kind.CheckFreeAsync(work, name, rule, o.Key).ConfigureAwait(false);
        if (name == o.Name && path == o.Path)
        {
            return o;
        }

        var moved = (T)(PathObject)(o with { Name = name, Path = path });
        work.Put(moved);
        return moved;
    }
}
