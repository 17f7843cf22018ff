using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>Lists roles by name (ID-117).</summary>
public sealed record ListRoles : IamListQuery<IamRole>
{
    /// <summary>The prefix of the paths to list.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PathPrefix(PathPrefix);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(NamedKind.Role.CheckOnList(work, Action, PathPrefix));

    internal override async ValueTask<Page<IamRole>> ApplyAsync(AdministrationWork work)
    {
        var page = await work.PageAsync<IamRole, IamRole>(this, ObjectKind.Role, PathPrefix).ConfigureAwait(false);
        var shown = new List<IamRole>();
        foreach (var role in (IEnumerable<IamRole>)page.Items)
        {
            shown.Add(await StoredPrincipals.ShowAsync(work, role with { Tags = ValueList<Tag>.Empty, PermissionsBoundary = null }).ConfigureAwait(false));
        }

        return page with { Items = [.. shown] };
    }
}
