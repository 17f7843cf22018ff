using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Creates a permission set without permissions (ST-141). The result is the new permission set.</summary>
/// <param name="Name">The name, 1 to 32 characters of <c>[\w+=,.@-]</c>.</param>
/// <example>
/// <code>
/// var set = await account.ExecuteAsync(new CreatePermissionSet("Readers") { SessionDuration = "PT4H" }, cancellationToken);
/// await account.ExecuteAsync(
///     new AttachManagedPolicyToPermissionSet(set.Arn, "arn:aws:iam::aws:policy/ReadOnlyAccess"), cancellationToken);
/// await account.ExecuteAsync(
///     new CreateAccountAssignment(AssignmentPrincipalType.Group, groupId, set.Arn, "123456789012"), cancellationToken);
/// </code>
/// </example>
public sealed record CreatePermissionSet(string Name) : IdentityCenterChange<PermissionSet>, ICenterOperation
{
    /// <summary>A description for people, 1 to 700 characters; <see langword="null"/> for none.</summary>
    public string? Description { get; init; }

    /// <summary>The duration of its sessions, as an ISO 8601 duration from <c>PT1H</c> to <c>PT12H</c>.</summary>
    /// <value><c>PT1H</c></value>
    public string? SessionDuration { get; init; }

    /// <summary>Where a person is directed after signing in to the account, 1 to 240 characters; <see langword="null"/> for none.</summary>
    public string? RelayState { get; init; }

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    /// <inheritdoc />
    public override string Action => "sso:CreatePermissionSet";

    ValueList<Tag>? ICenterOperation.PassedTags => Tags;

    internal override void Validate(ParameterCheck check)
    {
        PermissionSetRules.CheckName(check, Name);
        PermissionSetRules.CheckFields(check, Description, SessionDuration, RelayState);
        check.Tags(Tags);
    }

    internal override async ValueTask<PermissionSet> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        TagRules.Check(Tags, ObjectKind.PermissionSet);
        TagRules.CheckCount(Tags, work.Quotas);
        if (await work.FindAsync<PermissionSet>(PermissionSet.NameKey(instance.Id, Name)).ConfigureAwait(false) is not null)
        {
            throw IdentityCenterErrors.Taken("name of the permission set", "ST-139");
        }

        await work.CheckQuotaAsync(ObjectKind.PermissionSet, Quota.PermissionSetsPerInstance, instance.Scope).ConfigureAwait(false);
        var seconds = 3600;
        _ = SessionDuration is null || PermissionSetRules.TrySeconds(SessionDuration, out seconds);
        var set = new PermissionSet
        {
            Id = "ps-" + work.Options.Random.Text(16, InstanceRules.Hex),
            Account = instance.Account,
            InstanceId = instance.Id,
            Partition = instance.Partition,
            Name = Name,
            Description = Description,
            SessionSeconds = seconds,
            RelayState = RelayState,
            Tags = TagRules.Normalize(Tags),
            Version = 1,
            CreateDate = work.Now,
        };
        work.Put(set);
        return set;
    }
}
