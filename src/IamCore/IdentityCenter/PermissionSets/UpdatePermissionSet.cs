using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

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
