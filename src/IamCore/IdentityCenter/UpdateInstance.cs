using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter;

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
