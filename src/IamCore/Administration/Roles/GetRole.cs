using IamCore.Administration;

namespace IamCore;

/// <summary>Reads a role (ID-117).</summary>
/// <param name="RoleName">The name, in any letter case.</param>
public sealed record GetRole(string RoleName) : IamQuery<RoleDescription>
{
    internal override void Validate(ParameterCheck check) => NamedKind.Role.Check(check, RoleName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => RoleRules.AuthorizeAsync(work, Action, RoleName);

    internal override async ValueTask<RoleDescription> ApplyAsync(AdministrationWork work)
    {
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-117").ConfigureAwait(false);
        return new(
            await StoredPrincipals.ShowAsync(work, role).ConfigureAwait(false),
            RoleCategories.Of(role),
            await ResolvedPolicy.ArnOfAsync(work, role.PermissionsBoundary).ConfigureAwait(false))
        {
            LastUsed = RoleLastUsed.Of(work, role),
        };
    }
}

/// <summary>A role with what follows from it.</summary>
/// <param name="Role">The role; its trust policy names users and roles by their current ARNs (ID-167).</param>
/// <param name="Category">What it is for, by its trust policy (ID-121).</param>
/// <param name="PermissionsBoundary">ARN of the boundary; <see langword="null"/> without one.</param>
public sealed record RoleDescription(IamRole Role, RoleCategory Category, string? PermissionsBoundary)
{
    /// <summary>When a session of it was last used; <see langword="null"/> for not within 400 days, and where nothing is recorded (ID-120).</summary>
    public RoleLastUsed? LastUsed { get; init; }
}

/// <summary>When a session of a role was last used, to a quarter of an hour (ID-106, ID-120).</summary>
/// <param name="LastUsedDate">When, UTC.</param>
/// <param name="Region">In which region; <see langword="null"/> where the request had none.</param>
public sealed record RoleLastUsed(DateTimeOffset LastUsedDate, string? Region)
{
    internal static RoleLastUsed? Of(AdministrationWork work, IamRole role) =>
        work.Options.LastAccessed?.FindLatest(role.Key, work.Now) is { } latest ? new(latest.Time, latest.Region) : null;
}

/// <summary>What a role is for (ID-121).</summary>
public enum RoleCategory : byte
{
    /// <summary>None of the others.</summary>
    Standard,

    /// <summary>Every allow of its trust policy is for services.</summary>
    Service,

    /// <summary>A service made it for itself.</summary>
    ServiceLinked,

    /// <summary>An Identity Center assignment made it.</summary>
    IdentityCenter,

    /// <summary>Every allow of its trust policy is for identity providers.</summary>
    Federated,
}

/// <summary>Derives a role's category (ID-121).</summary>
internal static class RoleCategories
{
    public static RoleCategory Of(IamRole role) => role.Owner switch
    {
        RoleOwner.Service => RoleCategory.ServiceLinked,
        RoleOwner.IdentityCenter => RoleCategory.IdentityCenter,
        _ => role.TrustPolicy.TryRead(PolicyType.Trust, out var document, out _) ? OfTrust(document) : RoleCategory.Standard,
    };

    private static RoleCategory OfTrust(PolicyDocument document)
    {
        var types = ((IEnumerable<Statement>)document.Statements)
            .Where(s => s.Effect == Effect.Allow)
            .SelectMany(s => (IEnumerable<PrincipalEntry>)(s.Principal?.Entries ?? []))
            .Select(e => e.Type).Distinct().ToList();
        return types switch
        {
            [PrincipalEntryType.Service] => RoleCategory.Service,
            [PrincipalEntryType.Federated] => RoleCategory.Federated,
            _ => RoleCategory.Standard,
        };
    }
}
