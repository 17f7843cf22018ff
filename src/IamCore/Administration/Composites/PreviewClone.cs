namespace IamCore.Administration.Composites;

/// <summary>Returns the changes that <see cref="CloneUserPermissions"/> would make, without making them (ID-236).</summary>
/// <param name="SourceUserName">The name of the user to copy from, ignoring case.</param>
/// <param name="TargetUserName">The name of the user to copy to, ignoring case.</param>
public sealed record PreviewClone(string SourceUserName, string TargetUserName) : IamQuery<ValueList<CloneChange>>
{
    /// <summary>Whether an inline policy of the target may be replaced by one of the same name (ID-232).</summary>
    public bool OverwriteInline { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.User.Check(check, SourceUserName, nameof(SourceUserName));
        NamedKind.User.Check(check, TargetUserName, nameof(TargetUserName));
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        await ClonePlan.AuthorizeSourceAsync(work, SourceUserName).ConfigureAwait(false);
        await ClonePlan.AuthorizeTargetAsync(work, TargetUserName).ConfigureAwait(false);
    }

    internal override async ValueTask<ValueList<CloneChange>> ApplyAsync(AdministrationWork work)
    {
        var (source, target) = await CloneUsers.GetAsync(work, SourceUserName, TargetUserName).ConfigureAwait(false);
        return [.. await ClonePlan.MakeAsync(work, source, target, OverwriteInline).ConfigureAwait(false)];
    }
}
