using IamCore.Administration;

namespace IamCore;

/// <summary>Lists users by name (ID-086).</summary>
public sealed record ListUsers : IamListQuery<IamUser>
{
    /// <summary>What paths begin with.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PathPrefix(PathPrefix);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(NamedKind.User.CheckOnList(work, Action, PathPrefix));

    internal override ValueTask<Page<IamUser>> ApplyAsync(AdministrationWork work) =>
        work.PageAsync<IamUser, IamUser>(this, ObjectKind.User, PathPrefix);
}
