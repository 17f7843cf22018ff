using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>
/// Adds a role to an instance profile. The caller also needs <c>iam:PassRole</c> for the role (ID-133). The result is the profile.
/// </summary>
/// <param name="InstanceProfileName">The name of the profile, ignoring case.</param>
/// <param name="RoleName">The name of the role, ignoring case.</param>
public sealed record AddRoleToInstanceProfile(string InstanceProfileName, string RoleName) : IamChange<InstanceProfile>
{
    /// <summary>The service principal that passes the role's credentials to workloads (ID-133).</summary>
    /// <value><c>ec2.amazonaws.com</c></value>
    public string PassedToService { get; init; } = "ec2.amazonaws.com";

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.InstanceProfile.Check(check, InstanceProfileName);
        NamedKind.Role.Check(check, RoleName);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        await work.CheckAsync(await NamedKind.InstanceProfile.CheckOnAsync(work, Action, InstanceProfileName).ConfigureAwait(false)).ConfigureAwait(false);
        await RolePassing.CheckAsync(work, RoleName, PassedToService).ConfigureAwait(false);
    }

    internal override async ValueTask<InstanceProfile> ApplyAsync(AdministrationWork work)
    {
        var profile = await NamedKind.InstanceProfile.GetAsync<InstanceProfile>(work, InstanceProfileName, "ID-133").ConfigureAwait(false);
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-133").ConfigureAwait(false);
        CheckRevision(profile);
        if (profile.RoleId == role.Id)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, $"Instance profile {profile.Name} already holds the role {role.Name}.", "ID-133");
        }

        work.Quotas.Check(Quota.InstanceSessionsPerInstanceProfile, profile.RoleId is null ? 1 : 2);
        IdentityRules<IamRole>.CheckModifiable(role, "ID-133");
        var changed = profile with { RoleId = role.Id };
        work.Put(changed);
        return changed;
    }
}
