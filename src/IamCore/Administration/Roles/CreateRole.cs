using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>Creates a role (ID-109). The result is the new role with the validator's findings about its trust policy.</summary>
/// <param name="RoleName">The name (ID-045).</param>
/// <param name="AssumeRolePolicyDocument">The trust policy, which says who may assume the role (ID-110).</param>
/// <example>
/// <code>
/// var created = await account.ExecuteAsync(
///     new CreateRole("report-reader", """
///         {
///           "Version": "2012-10-17",
///           "Statement": {
///             "Effect": "Allow",
///             "Principal": { "AWS": "arn:aws:iam::123456789012:root" },
///             "Action": "sts:AssumeRole"
///           }
///         }
///         """) { MaxSessionDuration = 7200 },
///     cancellationToken);
/// IamRole role = created.Value;
/// </code>
/// </example>
public sealed record CreateRole(string RoleName, string AssumeRolePolicyDocument) : IamChange<SaveResult<IamRole>>
{
    /// <summary>The path, which begins and ends with a slash (ID-053).</summary>
    /// <value><c>/</c></value>
    public string? Path { get; init; }

    /// <summary>A description for people; <see langword="null"/> for none.</summary>
    public string? Description { get; init; }

    /// <summary>The maximum duration of a session that can be requested, in seconds (3600–43200).</summary>
    /// <value>3600</value>
    public int? MaxSessionDuration { get; init; }

    /// <summary>The ARN of the managed policy to set as the permissions boundary; <see langword="null"/> for none.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.Role.Check(check, RoleName);
        check.Document(AssumeRolePolicyDocument, nameof(AssumeRolePolicyDocument));
        check.ObjectPath(Path, nameof(Path));
        check.RoleDescription(Description);
        RoleRules.CheckDuration(check, MaxSessionDuration);
        check.Tags(Tags);
        if (PermissionsBoundary is not null)
        {
            check.PolicyArn(PermissionsBoundary, nameof(PermissionsBoundary), "ID-162");
        }
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var arn = NamedKind.Role.ArnOf(work, RoleName, Path ?? "/");
        await work.CheckAsync(new() { Action = Action, Resource = arn, RequestTags = Tags, PermissionsBoundary = PermissionsBoundary }).ConfigureAwait(false);
        if (Tags.Count > 0)
        {
            await work.CheckAsync(new() { Action = "iam:TagRole", Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        }
    }

    internal override async ValueTask<SaveResult<IamRole>> ApplyAsync(AdministrationWork work)
    {
        var trust = new PolicyText(AssumeRolePolicyDocument);
        await NamedKind.Role.CheckFreeAsync(work, RoleName, "ID-109").ConfigureAwait(false);
        await work.CheckQuotaAsync(ObjectKind.Role, Quota.RolesPerAccount).ConfigureAwait(false);
        TrustPolicyRules.CheckSize(work, trust);
        TagRules.CheckCount(Tags, work.Quotas);
        var (stored, findings) = await TrustPolicyRules.CheckAsync(work, trust).ConfigureAwait(false);
        ReservedPaths.Check(Path);
        TagRules.Check(Tags, ObjectKind.Role);
        var role = new IamRole
        {
            Id = work.NewId(ObjectKind.Role),
            Account = work.AccountId,
            Partition = work.Partition,
            Name = RoleName,
            Path = Path ?? "/",
            CreateDate = work.Now,
            TrustPolicy = stored,
            Description = Description,
            MaxSessionDuration = MaxSessionDuration ?? IamRole.DefaultMaxSessionDuration,
            Tags = TagRules.Normalize(Tags),
            PermissionsBoundary = await ResolvedPolicy.BoundaryAsync(work, PermissionsBoundary, "ID-109").ConfigureAwait(false),
        };
        work.Put(role);
        return new(role with { TrustPolicy = trust }, findings);
    }
}
