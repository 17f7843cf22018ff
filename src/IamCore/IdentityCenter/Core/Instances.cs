using IamCore.Administration;
using IamCore.IdentityCenter;

namespace IamCore;

/// <summary>
/// Makes an Identity Center: of the organization where the account manages one, else of the account alone (ST-132). Gives the instance.
/// </summary>
/// <param name="Name">For people.</param>
public sealed record CreateInstance(string Name = "") : IamChange<IdentityCenterInstance>
{
    /// <summary>Where it is at home (ST-143).</summary>
    /// <value><c>us-east-1</c></value>
    public string? HomeRegion { get; init; }

    /// <summary>The address of the access portal, for invitations (ST-137).</summary>
    public string? PortalUrl { get; init; }

    /// <inheritdoc />
    public override string Action => "sso:CreateInstance";

    internal override IamException Restate(IamException refusal) => CenterRefusals.Restated(refusal);

    internal override void Validate(ParameterCheck check)
    {
        check.Length(Name ?? "", nameof(Name), 0, 255, "ST-132");
        InstanceRules.CheckUrl(check, PortalUrl);
        check.Require(
            HomeRegion is null || (HomeRegion.Length is > 0 and <= 32 && HomeRegion.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')),
            nameof(HomeRegion), "must be the name of a region", "ST-143");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<IdentityCenterInstance> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.FindAsync(work).ConfigureAwait(false);
        var instance = new IdentityCenterInstance
        {
            Id = "ssoins-" + work.Options.Random.Text(16, InstanceRules.Hex),
            Account = work.AccountId,
            Partition = work.Partition,
            OrganizationId = organization?.ManagementAccount == work.AccountId ? organization.Id : null,
            IdentityStoreId = "d-" + work.Options.Random.Text(10, InstanceRules.Hex),
            Name = Name ?? "",
            CreateDate = work.Now,
            HomeRegion = HomeRegion ?? "us-east-1",
            PortalUrl = PortalUrl,
        };
        foreach (var key in (IEnumerable<string>)instance.UniqueKeys)
        {
            if (await work.FindAsync<IdentityCenterInstance>(key).ConfigureAwait(false) is not null)
            {
                throw CenterRefusals.InUse("There is an Identity Center instance already.", "ST-132");
            }
        }

        work.Put(instance);
        return instance;
    }
}

/// <summary>Reads an instance with its settings.</summary>
public sealed record DescribeInstance : IdentityCenterQuery<IdentityCenterInstance>
{
    /// <inheritdoc />
    public override string Action => "sso:DescribeInstance";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask<IdentityCenterInstance> ApplyAsync(AdministrationWork work) => CenterAccess.GetAsync(work, InstanceArn);
}

/// <summary>Lists the instances that the account owns or administers, its own first.</summary>
public sealed record ListInstances : IamQuery<ValueList<IdentityCenterInstance>>
{
    /// <inheritdoc />
    public override string Action => "sso:ListInstances";

    internal override IamException Restate(IamException refusal) => CenterRefusals.Restated(refusal);

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ValueList<IdentityCenterInstance>> ApplyAsync(AdministrationWork work) => [.. await CenterAccess.ReachableAsync(work).ConfigureAwait(false)];
}

/// <summary>Changes the settings of an instance; for its owner alone, not for a delegated administrator (ST-142). Gives the instance.</summary>
public sealed record UpdateInstance : IdentityCenterChange<IdentityCenterInstance>
{
    /// <summary>For people; <see langword="null"/> leaves it.</summary>
    public string? Name { get; init; }

    /// <summary>The address of the access portal; <see langword="null"/> leaves it.</summary>
    public string? PortalUrl { get; init; }

    /// <summary>Where users prove who they are (ST-135); <see langword="null"/> leaves it. Portal sessions that came otherwise end.</summary>
    public IdentitySource? IdentitySource { get; init; }

    /// <summary>When a second factor is asked for (ST-154); <see langword="null"/> leaves it.</summary>
    public PortalMfaMode? MfaMode { get; init; }

    /// <summary>What becomes of users without a device (ST-155); <see langword="null"/> leaves it.</summary>
    public MissingDevice? MissingDevice { get; init; }

    /// <summary>Which devices can be registered (ST-156); <see langword="null"/> leaves it.</summary>
    public PortalMfaTypes? MfaTypes { get; init; }

    /// <summary>Whether users manage their own devices (ST-157); <see langword="null"/> leaves it.</summary>
    public bool? AllowUserDeviceManagement { get; init; }

    /// <summary>How long a portal session lasts, in seconds, 900 to 604800 (ST-148); <see langword="null"/> leaves it.</summary>
    public int? PortalSessionSeconds { get; init; }

    /// <summary>Whether a change of a permission set reaches its accounts at once (ST-145); <see langword="null"/> leaves it.</summary>
    public bool? AutoProvision { get; init; }

    /// <summary>What becomes session tags (ST-152), at most 50; <see langword="null"/> leaves it.</summary>
    public ValueList<AccessControlAttribute>? AccessControlAttributes { get; init; }

    /// <inheritdoc />
    public override string Action => "sso:UpdateInstance";

    internal override void Validate(ParameterCheck check)
    {
        check.Length(Name ?? "", nameof(Name), 0, 255, "ST-132");
        InstanceRules.CheckUrl(check, PortalUrl);
        check.Range(PortalSessionSeconds, nameof(PortalSessionSeconds), 900, 604_800, "ST-148");
        AttributeSources.Validate(check, AccessControlAttributes ?? ValueList<AccessControlAttribute>.Empty);
    }

    internal override async ValueTask<IdentityCenterInstance> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        CheckRevision(instance);
        CenterAccess.CheckNotOwners(work, instance);
        var changed = instance with
        {
            Name = Name ?? instance.Name,
            PortalUrl = PortalUrl ?? instance.PortalUrl,
            IdentitySource = IdentitySource ?? instance.IdentitySource,
            MfaMode = MfaMode ?? instance.MfaMode,
            MissingDevice = MissingDevice ?? instance.MissingDevice,
            MfaTypes = MfaTypes ?? instance.MfaTypes,
            AllowUserDeviceManagement = AllowUserDeviceManagement ?? instance.AllowUserDeviceManagement,
            PortalSessionSeconds = PortalSessionSeconds ?? instance.PortalSessionSeconds,
            AutoProvision = AutoProvision ?? instance.AutoProvision,
            AccessControlAttributes = AccessControlAttributes ?? instance.AccessControlAttributes,
        };
        if (changed != instance)
        {
            work.Put(changed);
        }

        return changed;
    }
}

/// <summary>Deletes an instance that has no users, groups and permission sets left; for its owner alone.</summary>
public sealed record DeleteInstance : IdentityCenterChange<Nothing>
{
    /// <inheritdoc />
    public override string Action => "sso:DeleteInstance";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        CheckRevision(instance);
        CenterAccess.CheckNotOwners(work, instance);
        foreach (var kind in (ObjectKind[])[ObjectKind.DirectoryUser, ObjectKind.DirectoryGroup, ObjectKind.PermissionSet])
        {
            if (await work.CountReferrersAsync(kind, Relation.CenterInstance, instance.Key, instance.Scope).ConfigureAwait(false) > 0)
            {
                throw CenterRefusals.InUse("The instance has users, groups or permission sets.", "ST-138");
            }
        }

        foreach (var account in await work.AllAsync<IamAccount>(ObjectKind.Account).ConfigureAwait(false))
        {
            if (await work.FindAsync<SamlProvider>(SamlProvider.InstanceKey(account.AccountId, instance.Id)).ConfigureAwait(false) is { } provider)
            {
                work.Delete(provider);
            }
        }

        foreach (var request in await work.AllAsync<AssignmentRequest>(ObjectKind.AssignmentRequest, scope: instance.Scope).ConfigureAwait(false))
        {
            work.Delete(await work.FindAsync<AssignmentRequest>(request.Key).ConfigureAwait(false) ?? request);
        }

        work.Delete(instance);
        return default;
    }
}

/// <summary>What settings must be.</summary>
internal static class InstanceRules
{
    public const string Hex = "0123456789abcdef";

    public static void CheckUrl(ParameterCheck check, string? url) => check.Require(
        url is null || (url.Length <= 1024 && Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http"),
        "PortalUrl", "must be an absolute address", "ST-137");
}
