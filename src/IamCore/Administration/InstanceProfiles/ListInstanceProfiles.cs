using IamCore.Model;

namespace IamCore.Administration.InstanceProfiles;

/// <summary>Lists instance profiles by name (ID-136).</summary>
public sealed record ListInstanceProfiles : IamListQuery<InstanceProfile>
{
    /// <summary>The prefix of the paths to list.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PathPrefix(PathPrefix);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(NamedKind.InstanceProfile.CheckOnList(work, Action, PathPrefix));

    internal override ValueTask<Page<InstanceProfile>> ApplyAsync(AdministrationWork work) =>
        work.PageAsync<InstanceProfile, InstanceProfile>(this, ObjectKind.InstanceProfile, PathPrefix);
}
