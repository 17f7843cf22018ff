using IamCore.Administration.Users;
using IamCore.Model;

namespace IamCore.Administration.Groups;

/// <summary>Returns a group and a page of its members (ID-099).</summary>
/// <param name="GroupName">The name, ignoring case.</param>
public sealed record GetGroup(string GroupName) : IamQuery<GroupDescription>
{
    /// <summary>The maximum number of members on the page (1–1000).</summary>
    /// <value>100</value>
    public int? MaxItems { get; init; }

    /// <summary>The continuation marker returned with the previous page; <see langword="null"/> for the first page.</summary>
    public string? Marker { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.Group.Check(check, GroupName);
        check.Paging(MaxItems, Marker);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.Group.CheckOnAsync(work, Action, GroupName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<GroupDescription> ApplyAsync(AdministrationWork work)
    {
        var group = await NamedKind.Group.GetAsync<IamGroup>(work, GroupName, "ID-099").ConfigureAwait(false);
        var members = new ListUsers { MaxItems = MaxItems, Marker = Marker };
        return new(group, await work.PageAsync<IamUser, IamUser>(members, ObjectKind.User, null, refersTo: new(Relation.Member, group.Key)).ConfigureAwait(false));
    }
}
