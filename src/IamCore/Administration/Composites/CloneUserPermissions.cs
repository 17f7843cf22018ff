using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>
/// Gives a user the groups, managed policies, inline policies and boundary of another, as they are now (ID-230 to ID-233). What the target has
/// stays; credentials, tags and path are not copied. Gives the changes made.
/// </summary>
/// <param name="SourceUserName">The user copied from, in any letter case.</param>
/// <param name="TargetUserName">The user copied to, in any letter case.</param>
public sealed record CloneUserPermissions(string SourceUserName, string TargetUserName) : IamComposite<ValueList<CloneChange>>
{
    /// <summary>Whether an inline policy of the target may be replaced by one of the same name (ID-232).</summary>
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

/// <summary>Gives the changes that <see cref="CloneUserPermissions"/> would make, and makes none (ID-236).</summary>
/// <param name="SourceUserName">The user copied from, in any letter case.</param>
/// <param name="TargetUserName">The user copied to, in any letter case.</param>
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

/// <summary>One change of cloning.</summary>
/// <param name="Action">The action it is, for example <c>iam:AddUserToGroup</c>.</param>
/// <param name="Subject">The group's name, the managed policy's ARN, or the inline policy's name.</param>
public sealed record CloneChange(string Action, string Subject);

/// <summary>The two users of a clone.</summary>
internal static class CloneUsers
{
    public static async ValueTask<(IamUser Source, IamUser Target)> GetAsync(AdministrationWork work, string sourceName, string targetName)
    {
        var source = await NamedKind.User.GetAsync<IamUser>(work, sourceName, "ID-234").ConfigureAwait(false);
        var target = await NamedKind.User.GetAsync<IamUser>(work, targetName, "ID-234").ConfigureAwait(false);
        return source.Key == target.Key ? throw Refusals.Invalid("A user cannot be cloned to itself.", "ID-234") : (source, target);
    }
}
