using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>The source and target of a clone.</summary>
internal static class CloneUsers
{
    public static async ValueTask<(IamUser Source, IamUser Target)> GetAsync(AdministrationWork work, string sourceName, string targetName)
    {
        var source = await NamedKind.User.GetAsync<IamUser>(work, sourceName, "ID-234").ConfigureAwait(false);
        var target = await NamedKind.User.GetAsync<IamUser>(work, targetName, "ID-234").ConfigureAwait(false);
        return source.Key == target.Key ? throw IamErrors.Invalid("A user cannot be cloned to itself.", "ID-234") : (source, target);
    }
}
