using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>
/// Changes the settings of an instance. Only its owner may do this, not a delegated administrator (ST-142). The result is the instance.
/// </summary>
/// <remarks>A property that is <see langword="null"/> leaves its setting unchanged.</remarks>
public sealed record UpdateInstance : IdentityCenterChange<IdentityCenterInstance>
{
    /// <summary>The name for people.</summary>
    public string? Name { get; init; }

    /// <summary>The URL of the access portal.</summary>
    public string? PortalUrl { get; init; }

    /// <summary>Where users authenticate (ST-135). Portal sessions authenticated elsewhere end.</summary>
    public IdentitySource? IdentitySource { get; init; }

    /// <summary>When MFA is required (ST-154).</summary>
    public PortalMfaMode? MfaMode { get; init; }

    /// <summary>What happens to users without an MFA device (ST-155).</summary>
    public MissingDevice? MissingDevice { get; init; }

    /// <summary>The types of MFA device that can be registered (ST-156).</summary>
    public PortalMfaTypes? MfaTypes { get; init; }

    /// <summary>Whether users manage their own MFA devices (ST-157).</summary>
    public bool? AllowUserDeviceManagement { get; init; }

    /// <summary>The duration of a portal session in seconds (900–604800) (ST-148).</summary>
    public int? PortalSessionSeconds { get; init; }

    /// <summary>Whether a change to a permission set is provisioned to its accounts immediately (ST-145).</summary>
    public bool? AutoProvision { get; init; }

    /// <summary>The attributes that become session tags, at most 50 (ST-152).</summary>
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
