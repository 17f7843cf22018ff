using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>When a session of a role was last used, accurate to 15 minutes (ID-106, ID-120).</summary>
/// <param name="LastUsedDate">When it was last used, in UTC.</param>
/// <param name="Region">The region of the request; <see langword="null"/> if it had none.</param>
public sealed record RoleLastUsed(DateTimeOffset LastUsedDate, string? Region)
{
    internal static RoleLastUsed? Of(AdministrationWork work, IamRole role) =>
        work.Options.LastAccessed?.FindLatest(role.Key, work.Now) is { } latest ? new(latest.Time, latest.Region) : null;
}
