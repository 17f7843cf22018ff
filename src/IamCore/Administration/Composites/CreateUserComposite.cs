using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>
/// Makes a user with all that it is to begin with, in one step, needing the permission of every part (ID-084). Gives the user, and what is
/// told only once.
/// </summary>
/// <param name="UserName">The name (ID-043).</param>
public sealed record CreateUserComposite(string UserName) : IamComposite<NewUser>
{
    /// <summary>The path (ID-053).</summary>
    /// <value><c>/</c></value>
    public string? Path { get; init; }

    /// <summary>ARN of the boundary; it wins over that of <see cref="ClonePermissionsFrom"/>.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    /// <summary>Person or application (ID-014).</summary>
    public UserKind Kind { get; init; }

    /// <summary>The login profile; <see langword="null"/> for a user without password. Its user name is this user's, whatever it says.</summary>
    public CreateLoginProfile? LoginProfile { get; init; }

    /// <summary>Whether it gets an access key.</summary>
    public bool CreateAccessKey { get; init; }

    /// <summary>The groups it joins.</summary>
    public ValueList<string> Groups { get; init; } = ValueList<string>.Empty;

    /// <summary>ARNs of the managed policies attached.</summary>
    public ValueList<string> ManagedPolicies { get; init; } = ValueList<string>.Empty;

    /// <summary>The inline policies.</summary>
    public ValueList<InlinePolicy> InlinePolicies { get; init; } = ValueList<InlinePolicy>.Empty;

    /// <summary>A user whose groups, policies and boundary it gets (ID-230); <see langword="null"/> for none.</summary>
    public string? ClonePermissionsFrom { get; init; }

    /// <summary>The user; no secrets (CR-107).</summary>
    public override string ToString() => $"{nameof(CreateUserComposite)} {UserName} from {ClonePermissionsFrom ?? "nobody"}";

    internal override void Validate(ParameterCheck check)
    {
        Creation(PermissionsBoundary).Validate(check);
        (LoginProfile is null ? null : LoginProfile with { UserName = UserName })?.Validate(check);
        if (ClonePermissionsFrom is not null)
        {
            NamedKind.User.Check(check, ClonePermissionsFrom, nameof(ClonePermissionsFrom));
        }
    }

    internal override async ValueTask<NewUser> ApplyAsync(AdministrationWork work)
    {
        var source = ClonePermissionsFrom is null ? null : await SourceAsync(work).ConfigureAwait(false);
        var boundary = PermissionsBoundary ?? (source is null ? null : await ResolvedPolicy.ArnOfAsync(work, source.PermissionsBoundary).ConfigureAwait(false));
        await work.RunAsync(Creation(boundary)).ConfigureAwait(false);
        var profile = LoginProfile is null ? null : await work.RunAsync(LoginProfile with { UserName = UserName }).ConfigureAwait(false);
        var key = CreateAccessKey ? await work.RunAsync(new CreateAccessKey(UserName)).ConfigureAwait(false) : null;
        foreach (var group in (IEnumerable<string>)Groups)
        {
            await work.RunAsync(new AddUserToGroup(group, UserName)).ConfigureAwait(false);
        }

        foreach (var arn in (IEnumerable<string>)ManagedPolicies)
        {
            await work.RunAsync(new AttachUserPolicy(UserName, arn)).ConfigureAwait(false);
        }

        foreach (var inline in (IEnumerable<InlinePolicy>)InlinePolicies)
        {
            await work.RunAsync(new PutUserPolicy(UserName, inline.Name, inline.Document.ToString())).ConfigureAwait(false);
        }

        if (source is not null)
        {
            var target = await NamedKind.User.GetAsync<IamUser>(work, UserName, "ID-084").ConfigureAwait(false);
            var changes = await ClonePlan.MakeAsync(work, source, target, overwriteInline: false, withBoundary: false).ConfigureAwait(false);
            await ClonePlan.ApplyAsync(work, changes, source, UserName).ConfigureAwait(false);
        }

        return new(await NamedKind.User.GetAsync<IamUser>(work, UserName, "ID-084").ConfigureAwait(false), profile, key);
    }

    private CreateUser Creation(string? boundary) => new(UserName) { Path = Path, PermissionsBoundary = boundary, Tags = Tags, Kind = Kind };

    private async ValueTask<IamUser> SourceAsync(AdministrationWork work)
    {
        await ClonePlan.AuthorizeSourceAsync(work, ClonePermissionsFrom!).ConfigureAwait(false);
        return DirectoryKeys.Fold(ClonePermissionsFrom!) == DirectoryKeys.Fold(UserName)
            ? throw Refusals.Invalid("A user cannot be cloned to itself.", "ID-234")
            : await NamedKind.User.GetAsync<IamUser>(work, ClonePermissionsFrom!, "ID-234").ConfigureAwait(false);
    }
}
