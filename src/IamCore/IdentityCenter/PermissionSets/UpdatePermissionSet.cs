using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>
/// Changes the description, session duration and relay state of a permission set. A new duration is provisioned to its roles automatically
/// (ST-145). The result is the permission set.
/// </summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
public sealed record UpdatePermissionSet(string PermissionSetArn) : IdentityCenterChange<PermissionSet>, ICenterOperation
{
    /// <summary>The description; <see langword="null"/> to keep the current one.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The duration of its sessions, from <c>PT1H</c> to <c>PT12H</c>; <see langword="null"/> to keep the current one. Existing sessions
    /// keep theirs.
    /// </summary>
    public string? SessionDuration { get; init; }

    /// <summary>Where a person is directed after signing in to the account; <see langword="null"/> to keep the current one.</summary>
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
