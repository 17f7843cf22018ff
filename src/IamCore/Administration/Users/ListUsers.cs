using IamCore.Model;

namespace IamCore.Administration.Users;

/// <summary>Lists users by name (ID-086).</summary>
public sealed record ListUsers : IamListQuery<IamUser>
{
    /// <summary>The prefix of the paths to list.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    /// <summary>Whether to include tags and permissions boundaries (ID-086).</summary>
    public bool IncludeDetails { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PathPrefix(PathPrefix);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(NamedKind.User.CheckOnList(work, Action, PathPrefix));

    internal override async ValueTask<Page<IamUser>> ApplyAsync(AdministrationWork work)
    {
        var page = await work.PageAsync<IamUser, IamUser>(this, ObjectKind.User, PathPrefix).ConfigureAwait(false);
        return IncludeDetails ? page : page with { Items = [.. page.Items.ToArray().Select(u => u with { Tags = ValueList<Tag>.Empty, PermissionsBoundary = null })] };
    }
}
