using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Creates a directory group (ST-134). The result is the new group.</summary>
/// <param name="DisplayName">The name, 1 to 1024 characters, unique in the instance.</param>
public sealed record CreateDirectoryGroup(string DisplayName) : IdentityCenterChange<DirectoryGroup>
{
    /// <summary>A description for people; <see langword="null"/> for none.</summary>
    public string? Description { get; init; }

    /// <summary>The ids by which other systems know the group, at most 10.</summary>
    public ValueList<ExternalId> ExternalIds { get; init; } = ValueList<ExternalId>.Empty;

    /// <inheritdoc />
    public override string Action => "identitystore:CreateGroup";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckGroupName(check, DisplayName);
        DirectoryRules.CheckText(check, Description, nameof(Description), 1024);
        DirectoryRules.CheckExternalIds(check, ExternalIds);
    }

    internal override async ValueTask<DirectoryGroup> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var group = new DirectoryGroup
        {
            Id = DirectoryRules.NewId(work),
            Account = instance.Account,
            InstanceId = instance.Id,
            DisplayName = DisplayName,
            Description = Description,
            ExternalIds = ExternalIds,
            CreateDate = work.Now,
        };
        await DirectoryRules.CheckFreeAsync(work, group, "group name or external id").ConfigureAwait(false);
        await work.CheckQuotaAsync(ObjectKind.DirectoryGroup, Quota.DirectoryGroupsPerInstance, instance.Scope).ConfigureAwait(false);
        work.Put(group);
        return group;
    }
}
