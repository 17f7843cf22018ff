using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>Binds a workload to an instance profile, of which it gets the role's credentials; the caller needs <c>iam:PassRole</c> on the role too (ID-137). Gives the association.</summary>
/// <param name="WorkloadId">The workload: 2 to 64 of <c>[\w+=,.@-]</c>.</param>
/// <param name="InstanceProfileName">The profile, in any letter case.</param>
public sealed record AssociateInstanceProfile(string WorkloadId, string InstanceProfileName) : IamChange<WorkloadAssociation>
{
    /// <inheritdoc />
    public override string Action => "iamcore:AssociateInstanceProfile";

    internal override void Validate(ParameterCheck check)
    {
        Workloads.CheckId(check, WorkloadId);
        NamedKind.InstanceProfile.Check(check, InstanceProfileName);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => Workloads.AuthorizePassingAsync(work, Action, InstanceProfileName);

    internal override async ValueTask<WorkloadAssociation> ApplyAsync(AdministrationWork work)
    {
        var profile = await NamedKind.InstanceProfile.GetAsync<InstanceProfile>(work, InstanceProfileName, "ID-137").ConfigureAwait(false);
        if (await Workloads.FindAsync(work, WorkloadId).ConfigureAwait(false) is not null)
        {
            throw Refusals.Taken("Association of the workload", WorkloadId, "ID-137");
        }

        var association = new WorkloadAssociation
        {
            Id = $"iip-assoc-{work.Options.Random.Text(17, "0123456789abcdef")}",
            Account = work.AccountId,
            WorkloadId = WorkloadId,
            ProfileId = profile.Id,
            CreateDate = work.Now,
        };
        work.Put(association);
        return association;
    }
}

/// <summary>Ends a workload's association; credentials handed out live until they expire (ID-137, ID-139).</summary>
/// <param name="WorkloadId">The workload.</param>
public sealed record DisassociateInstanceProfile(string WorkloadId) : IamChange<Nothing>
{
    /// <inheritdoc />
    public override string Action => "iamcore:DisassociateInstanceProfile";

    internal override void Validate(ParameterCheck check) => Workloads.CheckId(check, WorkloadId);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => Workloads.AuthorizeAsync(work, Action, WorkloadId);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var association = await Workloads.GetAsync(work, WorkloadId).ConfigureAwait(false);
        CheckRevision(association);
        work.Delete(association);
        return default;
    }
}

/// <summary>Binds a workload to another instance profile in one step (ID-137). Gives the association.</summary>
/// <param name="WorkloadId">The workload.</param>
/// <param name="InstanceProfileName">The profile from now on, in any letter case.</param>
public sealed record ReplaceInstanceProfileAssociation(string WorkloadId, string InstanceProfileName) : IamChange<WorkloadAssociation>
{
    /// <inheritdoc />
    public override string Action => "iamcore:ReplaceInstanceProfileAssociation";

    internal override void Validate(ParameterCheck check)
    {
        Workloads.CheckId(check, WorkloadId);
        NamedKind.InstanceProfile.Check(check, InstanceProfileName);
    }

    /// <summary>On the new profile and its role, which is what the workload gains.</summary>
    internal override ValueTask AuthorizeAsync(AdministrationWork work) => Workloads.AuthorizePassingAsync(work, Action, InstanceProfileName);

    internal override async ValueTask<WorkloadAssociation> ApplyAsync(AdministrationWork work)
    {
        var association = await Workloads.GetAsync(work, WorkloadId).ConfigureAwait(false);
        CheckRevision(association);
        var profile = await NamedKind.InstanceProfile.GetAsync<InstanceProfile>(work, InstanceProfileName, "ID-137").ConfigureAwait(false);
        var changed = association with { ProfileId = profile.Id };
        if (changed != association)
        {
            work.Put(changed);
        }

        return changed;
    }
}

/// <summary>Lists the account's associations by workload (ID-137).</summary>
public sealed record DescribeInstanceProfileAssociations : IamListQuery<WorkloadAssociation>
{
    /// <inheritdoc />
    public override string Action => "iamcore:DescribeInstanceProfileAssociations";

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<Page<WorkloadAssociation>> ApplyAsync(AdministrationWork work) =>
        work.PageAsync<WorkloadAssociation, WorkloadAssociation>(this, ObjectKind.WorkloadAssociation, null);
}

/// <summary>What operations on associations have in common.</summary>
internal static class Workloads
{
    public static void CheckId(ParameterCheck check, string? id)
    {
        check.Name(id, "WorkloadId", 64, "ID-137");
        check.Require(id is null || id.Length != 1, "WorkloadId", "must have length between 2 and 64", "ID-137");
    }

    public static ValueTask<WorkloadAssociation?> FindAsync(AdministrationWork work, string id) =>
        work.FindAsync<WorkloadAssociation>(WorkloadAssociation.KeyOf(work.AccountId, id));

    public static async ValueTask<WorkloadAssociation> GetAsync(AdministrationWork work, string id) =>
        await FindAsync(work, id).ConfigureAwait(false) ?? throw Refusals.Missing("association of the workload", id, "ID-137");

    /// <summary>Asks about a profile, and about passing the role it holds.</summary>
    public static async ValueTask AuthorizePassingAsync(AdministrationWork work, string action, string profileName)
    {
        await work.CheckAsync(await NamedKind.InstanceProfile.CheckOnAsync(work, action, profileName).ConfigureAwait(false)).ConfigureAwait(false);
        var profile = await NamedKind.InstanceProfile.FindAsync<InstanceProfile>(work, profileName).ConfigureAwait(false);
        var role = profile?.RoleId is { } id ? await work.FindAsync<IamRole>(new ObjectKey(ObjectKind.Role, id)).ConfigureAwait(false) : null;
        if (role is not null)
        {
            await work.CheckAsync(RolePassing.CheckOf(role.Arn, role.Arn, work.Options.Credentials.WorkloadService)).ConfigureAwait(false);
        }
    }

    /// <summary>Asks about the profile that a workload is bound to; of an unknown workload about every profile.</summary>
    public static async ValueTask AuthorizeAsync(AdministrationWork work, string action, string workloadId)
    {
        var association = await FindAsync(work, workloadId).ConfigureAwait(false);
        var profile = association is null ? null : await work.FindAsync<InstanceProfile>(new ObjectKey(ObjectKind.InstanceProfile, association.ProfileId)).ConfigureAwait(false);
        await work.CheckAsync(new() { Action = action, Resource = profile?.Arn ?? "*", ShownResource = "*", ResourceTags = profile?.Tags }).ConfigureAwait(false);
    }

    /// <summary>Ends the associations of a profile that is deleted.</summary>
    public static async ValueTask ReleaseAsync(AdministrationWork work, InstanceProfile profile)
    {
        foreach (var association in await work.ReferrersAsync<WorkloadAssociation>(ObjectKind.WorkloadAssociation, Relation.WorkloadProfile, profile.Key).ConfigureAwait(false))
        {
            work.Delete(association);
        }
    }
}
