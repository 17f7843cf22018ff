using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Users;

/// <summary>Creates a user without permissions or credentials (ID-082, ID-083). The result is the new user.</summary>
/// <param name="UserName">The name (ID-043).</param>
/// <example>
/// <code>
/// IamUser user = await account.ExecuteAsync(
///     new CreateUser("alice") { Path = "/editors/", Tags = [new("team", "docs")] }, cancellationToken);
/// </code>
/// </example>
public sealed record CreateUser(string UserName) : IamChange<IamUser>
{
    /// <summary>The path, which begins and ends with a slash (ID-053).</summary>
    /// <value><c>/</c></value>
    public string? Path { get; init; }

    /// <summary>The ARN of the managed policy to set as the permissions boundary; <see langword="null"/> for none.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    /// <summary>Whether the user is a person or an application (ID-014).</summary>
    public UserKind Kind { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.User.Check(check, UserName);
        check.ObjectPath(Path, "Path");
        check.Tags(Tags);
        if (PermissionsBoundary is not null)
        {
            check.PolicyArn(PermissionsBoundary, "PermissionsBoundary", "ID-162");
        }
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var arn = NamedKind.User.ArnOf(work, UserName, Path ?? "/");
        await work.CheckAsync(new() { Action = Action, Resource = arn, RequestTags = Tags, PermissionsBoundary = PermissionsBoundary }).ConfigureAwait(false);
        if (Tags.Count > 0)
        {
            await work.CheckAsync(new() { Action = "iam:TagUser", Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        }
    }

    internal override async ValueTask<IamUser> ApplyAsync(AdministrationWork work)
    {
        TagRules.Check(Tags, ObjectKind.User);
        TagRules.CheckCount(Tags, work.Quotas);
        await NamedKind.User.CheckFreeAsync(work, UserName, "ID-083").ConfigureAwait(false);
        await work.CheckQuotaAsync(ObjectKind.User, Quota.UsersPerAccount).ConfigureAwait(false);
        var user = new IamUser
        {
            Id = work.NewId(ObjectKind.User),
            Account = work.AccountId,
            Partition = work.Partition,
            Name = UserName,
            Path = Path ?? "/",
            CreateDate = work.Now,
            Kind = Kind,
            Tags = TagRules.Normalize(Tags),
            PermissionsBoundary = await ResolvedPolicy.BoundaryAsync(work, PermissionsBoundary, "ID-083").ConfigureAwait(false),
        };
        work.Put(user);
        return user;
    }
}
