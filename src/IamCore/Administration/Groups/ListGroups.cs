using IamCore.Model;

namespace IamCore.Administration.Groups;

/// <summary>Lists groups by name (ID-099).</summary>
public sealed record ListGroups : IamListQuery<IamGroup>
{
    /// <summary>The prefix of the paths to list.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PathPrefix(PathPrefix);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(NamedKind.Group.CheckOnList(work, Action, PathPrefix));

    internal override ValueTask<Page<IamGroup>> ApplyAsync(AdministrationWork work) =>
        work.PageAsync<IamGroup, IamGroup>(this, ObjectKind.Group, PathPrefix);
}
