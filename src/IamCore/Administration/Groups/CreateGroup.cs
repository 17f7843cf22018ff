using IamCore.Model;

namespace IamCore.Administration.Groups;

/// <summary>Creates a group (ID-098). The result is the new group.</summary>
/// <param name="GroupName">The name (ID-044).</param>
public sealed record CreateGroup(string GroupName) : IamChange<IamGroup>
{
    /// <summary>The path, which begins and ends with a slash (ID-053).</summary>
    /// <value><c>/</c></value>
    public string? Path { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.Group.Check(check, GroupName);
        check.ObjectPath(Path, "Path");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        work.CheckAsync(new() { Action = Action, Resource = NamedKind.Group.ArnOf(work, GroupName, Path ?? "/") });

    internal override async ValueTask<IamGroup> ApplyAsync(AdministrationWork work)
    {
        await NamedKind.Group.CheckFreeAsync(work, GroupName, "ID-098").ConfigureAwait(false);
        await work.CheckQuotaAsync(ObjectKind.Group, Quota.GroupsPerAccount).ConfigureAwait(false);
        var group = new IamGroup
        {
            Id = work.NewId(ObjectKind.Group),
            Account = work.AccountId,
            Partition = work.Partition,
            Name = GroupName,
            Path = Path ?? "/",
            CreateDate = work.Now,
        };
        work.Put(group);
        return group;
    }
}
