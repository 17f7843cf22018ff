namespace IamCore.Administration.Composites;

/// <summary>
/// Copies the current groups, managed policies, inline policies and boundary of one user to another (ID-230 to ID-233). The target keeps
/// what
/// it has; credentials, tags and path are not copied. The result lists the changes made.
/// </summary>
/// <param name="SourceUserName">The name of the user to copy from, ignoring case.</param>
/// <param name="TargetUserName">The name of the user to copy to, ignoring case.</param>
public sealed record CloneUserPermissions(string SourceUserName, string TargetUserName) : IamComposite<ValueList<CloneChange>>
{
    /// <summary>Whether an inline policy of the target may be replaced by one of the same name (ID-232).</summary>
    /// <value><see langword="false"/>: such a policy fails the operation.</value>
    public bool OverwriteInline { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.User.Check(check, SourceUserName, nameof(SourceUserName));
        NamedKind.User.Check(check, TargetUserName, nameof(TargetUserName));
    }

    internal override async ValueTask<ValueList<CloneChange>> ApplyAsync(AdministrationWork work)
    {
        await ClonePlan.AuthorizeSourceAsync(work, SourceUserName).ConfigureAwait(false);
        var (source, target) = await CloneUsers.GetAsync(work, SourceUserName, TargetUserName).ConfigureAwait(false);
        CheckRevision(target);
        var changes = await ClonePlan.MakeAsync(work, source, target, OverwriteInline).ConfigureAwait(false);
        await ClonePlan.ApplyAsync(work, changes, source, target.Name).ConfigureAwait(false);
        return [.. changes];
    }
}
