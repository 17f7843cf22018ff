using IamCore.Model;

namespace IamCore.Administration.Groups;

/// <summary>Renames or moves a group (ID-100); its members and policies are kept (ID-226). The result is the group.</summary>
/// <param name="GroupName">The current name, ignoring case.</param>
public sealed record UpdateGroup(string GroupName) : IamChange<IamGroup>
{
    /// <summary>The new path; <see langword="null"/> to keep the current one.</summary>
    public string? NewPath { get; init; }

    /// <summary>The new name; <see langword="null"/> to keep the current one.</summary>
    public string? NewGroupName { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.Group.Check(check, GroupName);
        check.ObjectPath(NewPath, "NewPath");
        if (NewGroupName is not null)
        {
            NamedKind.Group.Check(check, NewGroupName, "NewGroupName");
        }
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        Moves.AuthorizeAsync(work, NamedKind.Group, Action, GroupName, NewGroupName, NewPath);

    internal override async ValueTask<IamGroup> ApplyAsync(AdministrationWork work)
    {
        var group = await NamedKind.Group.GetAsync<IamGroup>(work, GroupName, "ID-100").ConfigureAwait(false);
        CheckRevision(group);
        return await Moves.ApplyAsync(work, NamedKind.Group, group, NewGroupName, NewPath, "ID-100").ConfigureAwait(false);
    }
}
