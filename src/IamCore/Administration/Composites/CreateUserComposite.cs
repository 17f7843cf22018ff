using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>
/// Creates a user together with its credentials, groups, policies and permissions in one step. The caller needs the permission for every
/// part (ID-084). The result holds the user and the secrets, which are shown only once.
/// </summary>
/// <param name="UserName">The name of the new user (ID-043).</param>
public sealed record CreateUserComposite(string UserName) : IamComposite<NewUser>
{
    /// <summary>The path, which begins and ends with a slash (ID-053).</summary>
    /// <value><c>/</c></value>
    public string? Path { get; init; }

    /// <summary>The ARN of the permissions boundary. It takes precedence over the boundary of <see cref="ClonePermissionsFrom"/>.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    /// <summary>Whether the user is a person or an application (ID-014).</summary>
    public UserKind Kind { get; init; }

    /// <summary>The password settings; <see langword="null"/> for a user without a password. The user name in it is ignored.</summary>
    public CreateLoginProfile? LoginProfile { get; init; }

    /// <summary>Whether to create an access key for the user.</summary>
    public bool CreateAccessKey { get; init; }

    /// <summary>The names of the groups to join.</summary>
    public ValueList<string> Groups { get; init; } = ValueList<string>.Empty;

    /// <summary>The ARNs of the managed policies to attach.</summary>
    public ValueList<string> ManagedPolicies { get; init; } = ValueList<string>.Empty;

    /// <summary>The inline policies to embed.</summary>
    public ValueList<InlinePolicy> InlinePolicies { get; init; } = ValueList<InlinePolicy>.Empty;

    /// <summary>The name of a user whose groups, policies and boundary are copied (ID-230); <see langword="null"/> for none.</summary>
    public string? ClonePermissionsFrom { get; init; }

    /// <summary>Returns a description without secrets (CR-107).</summary>
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
            ? throw IamErrors.Invalid("A user cannot be cloned to itself.", "ID-234")
            : await NamedKind.User.GetAsync<IamUser>(work, ClonePermissionsFrom!, "ID-234").ConfigureAwait(false);
    }
}
