using IamCore.Administration;
using IamCore.IdentityCenter;

namespace IamCore;

/// <summary>Makes a permission set without permissions (ST-141). Gives the set.</summary>
/// <param name="Name">The name, 1 to 32 of <c>[\w+=,.@-]</c>.</param>
public sealed record CreatePermissionSet(string Name) : IdentityCenterChange<PermissionSet>, ICenterOperation
{
    /// <summary>For people, 1 to 700 characters.</summary>
    public string? Description { get; init; }

    /// <summary>How long its credentials last: ISO 8601, <c>PT1H</c> to <c>PT12H</c>.</summary>
    /// <value><c>PT1H</c></value>
    public string? SessionDuration { get; init; }

    /// <summary>Where a person lands in the account, 1 to 240 characters.</summary>
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
            throw CenterRefusals.Taken("name of the permission set", "ST-139");
        }

        await work.CheckRoomAsync(ObjectKind.PermissionSet, Quota.PermissionSetsPerInstance, instance.Scope).ConfigureAwait(false);
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

/// <summary>Changes what is told of a permission set and how long its sessions last; another duration brings its roles up to date by itself (ST-145). Gives the set.</summary>
/// <param name="PermissionSetArn">The set.</param>
public sealed record UpdatePermissionSet(string PermissionSetArn) : IdentityCenterChange<PermissionSet>, ICenterOperation
{
    /// <summary>For people; <see langword="null"/> leaves it.</summary>
    public string? Description { get; init; }

    /// <summary>How long its credentials last, <c>PT1H</c> to <c>PT12H</c>; <see langword="null"/> leaves it. Running sessions keep theirs.</summary>
    public string? SessionDuration { get; init; }

    /// <summary>Where a person lands in the account; <see langword="null"/> leaves it.</summary>
    public string? RelayState { get; init; }

    /// <inheritdoc />
    public override string Action => "sso:UpdatePermissionSet";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    internal override void Validate(ParameterCheck check)
    {
        PermissionSetRules.CheckArn(check, PermissionSetArn);
        PermissionSetRules.CheckFields(check, Description, SessionDuration, RelayState);
    }

    internal override async ValueTask<PermissionSet> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        CheckRevision(set);
        var seconds = set.SessionSeconds;
        _ = SessionDuration is null || PermissionSetRules.TrySeconds(SessionDuration, out seconds);
        var changed = set with { Description = Description ?? set.Description, RelayState = RelayState ?? set.RelayState, SessionSeconds = seconds };
        if (changed == set)
        {
            return set;
        }

        await CenterAccess.CheckNotOwnersAsync(work, instance, set).ConfigureAwait(false);
        work.Put(changed);
        if (changed.SessionSeconds != set.SessionSeconds)
        {
            await Provisioning.ProvisionAllAsync(work, instance, changed).ConfigureAwait(false);
        }

        return changed;
    }
}

/// <summary>Reads a permission set.</summary>
/// <param name="PermissionSetArn">The set.</param>
public sealed record DescribePermissionSet(string PermissionSetArn) : IdentityCenterQuery<PermissionSet>, ICenterOperation
{
    /// <inheritdoc />
    public override string Action => "sso:DescribePermissionSet";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    internal override void Validate(ParameterCheck check) => PermissionSetRules.CheckArn(check, PermissionSetArn);

    internal override async ValueTask<PermissionSet> ApplyAsync(AdministrationWork work) =>
        await PermissionSetRules.GetAsync(work, await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false), PermissionSetArn).ConfigureAwait(false);
}

/// <summary>Lists the permission sets by name.</summary>
public sealed record ListPermissionSets : IdentityCenterListQuery<PermissionSet>
{
    /// <inheritdoc />
    public override string Action => "sso:ListPermissionSets";

    internal override async ValueTask<Page<PermissionSet>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        return await work.PageAsync<PermissionSet, PermissionSet>(this, ObjectKind.PermissionSet, null, scope: instance.Scope).ConfigureAwait(false);
    }
}

/// <summary>Deletes a permission set that nobody is assigned (ST-141).</summary>
/// <param name="PermissionSetArn">The set.</param>
public sealed record DeletePermissionSet(string PermissionSetArn) : IdentityCenterChange<Nothing>, ICenterOperation
{
    /// <inheritdoc />
    public override string Action => "sso:DeletePermissionSet";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    internal override void Validate(ParameterCheck check) => PermissionSetRules.CheckArn(check, PermissionSetArn);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        CheckRevision(set);
        if (await work.CountReferrersAsync(ObjectKind.AccountAssignment, Relation.AssignedSet, set.Key, instance.Scope).ConfigureAwait(false) > 0)
        {
            throw CenterRefusals.InUse("The permission set has assignments.", "ST-141");
        }

        work.Delete(set);
        return default;
    }
}
