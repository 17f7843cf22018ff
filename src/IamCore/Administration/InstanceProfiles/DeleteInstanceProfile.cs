using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>Deletes an instance profile that contains no role, together with its associations (ID-135).</summary>
/// <param name="InstanceProfileName">The name of the profile, ignoring case.</param>
public sealed record DeleteInstanceProfile(string InstanceProfileName) : IamChange<NoResult>
{
    internal override void Validate(ParameterCheck check) => NamedKind.InstanceProfile.Check(check, InstanceProfileName);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.InstanceProfile.CheckOnAsync(work, Action, InstanceProfileName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var profile = await NamedKind.InstanceProfile.GetAsync<InstanceProfile>(work, InstanceProfileName, "ID-135").ConfigureAwait(false);
        CheckRevision(profile);
        var conflicts = new DeleteConflicts("ID-135");
        conflicts.AddRange("remove roles from instance profile", profile.RoleId is { } role ? [role] : Array.Empty<string>());
        conflicts.Throw();
        await WorkloadRules.ReleaseAsync(work, profile).ConfigureAwait(false);
        work.Delete(profile);
        return default;
    }
}
