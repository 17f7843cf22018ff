using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>
/// Enables or disables a directory user. A disabled user can neither sign in nor get new credentials (ST-153). The result is the user.
/// </summary>
/// <param name="UserId">The id of the user.</param>
/// <param name="Status">Whether the user can sign in.</param>
public sealed record SetUserStatus(string UserId, DirectoryUserStatus Status) : IdentityCenterChange<DirectoryUser>
{
    /// <inheritdoc />
    public override string Action => "identitystore:SetUserStatus";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckId(check, UserId, nameof(UserId));
        check.Require(Status is DirectoryUserStatus.Enabled or DirectoryUserStatus.Disabled, nameof(Status), "must be ENABLED or DISABLED", "ST-133");
    }

    internal override async ValueTask<DirectoryUser> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        CheckRevision(user);
        await CenterAccess.CheckNotOwnersAsync(work, instance, CenterAccess.PrincipalsOf(user)).ConfigureAwait(false);
        var changed = user with { Status = Status };
        if (changed != user)
        {
            work.Put(changed);
        }

        return changed;
    }
}
