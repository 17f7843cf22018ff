using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>When a session of a role was last used, to a quarter of an hour (ID-106, ID-120).</summary>
/// <param name="LastUsedDate">When, UTC.</param>
/// <param name="Region">In which region; <see langword="null"/> where the request had none.</param>
public sealed record RoleLastUsed(DateTimeOffset LastUsedDate, string? Region)
{
    internal static RoleLastUsed? Of(AdministrationWork work, IamRole role) =>
        work.Options.LastAccessed?.FindLatest(role.Key, work.Now) is { } latest ? new(latest.Time, latest.Region) : null;
}
