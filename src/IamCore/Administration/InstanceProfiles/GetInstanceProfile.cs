using IamCore.Administration;

namespace IamCore;

/// <summary>Reads an instance profile (ID-136).</summary>
/// <param name="InstanceProfileName">The profile, in any letter case.</param>
public sealed record GetInstanceProfile(string InstanceProfileName) : IamQuery<InstanceProfileDescription>
{
    internal override void Validate(ParameterCheck check) => NamedKind.InstanceProfile.Check(check, InstanceProfileName);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.InstanceProfile.CheckOnAsync(work, Action, InstanceProfileName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<InstanceProfileDescription> ApplyAsync(AdministrationWork work)
    {
        var profile = await NamedKind.InstanceProfile.GetAsync<InstanceProfile>(work, InstanceProfileName, "ID-136").ConfigureAwait(false);
        var role = profile.RoleId is { } id ? await work.FindAsync<IamRole>(new ObjectKey(ObjectKind.Role, id)).ConfigureAwait(false) : null;
        return new(profile, role is null ? null : await StoredPrincipals.ShowAsync(work, role).ConfigureAwait(false));
    }
}

/// <summary>An instance profile with its role.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Role">The role it holds; <see langword="null"/> while it holds none.</param>
public sealed record InstanceProfileDescription(InstanceProfile Profile, IamRole? Role);

/// <summary>Lists instance profiles by name (ID-136).</summary>
public sealed record ListInstanceProfiles : IamListQuery<InstanceProfile>
{
    /// <summary>What paths begin with.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PathPrefix(PathPrefix);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(NamedKind.InstanceProfile.CheckOnList(work, Action, PathPrefix));

    internal override ValueTask<Page<InstanceProfile>> ApplyAsync(AdministrationWork work) =>
        work.PageAsync<InstanceProfile, InstanceProfile>(this, ObjectKind.InstanceProfile, PathPrefix);
}

/// <summary>Lists the instance profiles that hold a role, by name (ID-136).</summary>
/// <param name="RoleName">The role, in any letter case.</param>
public sealed record ListInstanceProfilesForRole(string RoleName) : IamListQuery<InstanceProfile>
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        NamedKind.Role.Check(check, RoleName);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.Role.CheckOnAsync(work, Action, RoleName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<Page<InstanceProfile>> ApplyAsync(AdministrationWork work)
    {
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-136").ConfigureAwait(false);
        var held = new ObjectReference(Relation.ProfileRole, role.Key);
        return await work.PageAsync<InstanceProfile, InstanceProfile>(this, ObjectKind.InstanceProfile, null, refersTo: held).ConfigureAwait(false);
    }
}
