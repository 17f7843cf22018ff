using IamCore.Model;

namespace IamCore.Administration.Groups;

/// <summary>Lists the groups a user belongs to, by name (ID-099).</summary>
/// <param name="UserName">The name, ignoring case.</param>
public sealed record ListGroupsForUser(string UserName) : IamListQuery<IamGroup>
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        NamedKind.User.Check(check, UserName);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.User.CheckOnAsync(work, Action, UserName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<Page<IamGroup>> ApplyAsync(AdministrationWork work)
    {
        var user = await NamedKind.User.GetAsync<IamUser>(work, UserName, "ID-099").ConfigureAwait(false);
        var groups = new List<IamGroup>();
        foreach (var id in (IEnumerable<string>)user.Groups)
        {
            if (await work.FindAsync<IamGroup>(new ObjectKey(ObjectKind.Group, id)).ConfigureAwait(false) is { } group)
            {
                groups.Add(group);
            }
        }

        return work.PageOf(this, user.Id, groups, g => g.Name, g => g.Id);
    }
}
