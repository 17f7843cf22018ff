using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>
/// Changes a role's description and maximum session duration; existing sessions keep theirs (ID-115). The result is the role.
/// </summary>
/// <param name="RoleName">The name, ignoring case.</param>
public sealed record UpdateRole(string RoleName) : IamChange<IamRole>
{
    /// <summary>The new description; <see langword="null"/> to keep the current one.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The maximum duration of a session that can be requested, in seconds (3600–43200); <see langword="null"/> to keep the current one.
    /// </summary>
    public int? MaxSessionDuration { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.Role.Check(check, RoleName);
        check.RoleDescription(Description);
        RoleRules.CheckDuration(check, MaxSessionDuration);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => RoleRules.AuthorizeAsync(work, Action, RoleName);

    internal override async ValueTask<IamRole> ApplyAsync(AdministrationWork work)
    {
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-115").ConfigureAwait(false);
        CheckRevision(role);
        if (role.IsProtected && MaxSessionDuration is not null)
        {
            throw IamErrors.Protected(role, "ID-126");
        }

        IamErrors.CheckNotOfIdentityCenter(role);
        await ServiceLinkedRoles.CheckFreeAsync(work, role).ConfigureAwait(false);
        var changed = role with { Description = Description ?? role.Description, MaxSessionDuration = MaxSessionDuration ?? role.MaxSessionDuration };
        if (changed != role)
        {
            work.Put(changed);
        }

        return await StoredPrincipals.ShowAsync(work, changed).ConfigureAwait(false);
    }
}
