using IamCore.IdentityCenter.Portal;

namespace IamCore.Events;

/// <summary>An invitation for the host to mail (ST-137). The token lets its bearer set the first password: keep it out of logs.</summary>
/// <param name="InstanceArn">The instance.</param>
/// <param name="UserId">The user.</param>
/// <param name="UserName">The name to sign in with.</param>
/// <param name="Email">Where to mail it.</param>
/// <param name="PortalUrl">The address of the portal; <see langword="null"/> where none is configured.</param>
/// <param name="Token">What <see cref="AccessPortal.RedeemInvitationAsync"/> takes, once.</param>
/// <param name="Expiration">Until when, UTC.</param>
public sealed record IdentityCenterUserInvited(
    string InstanceArn, string UserId, string UserName, string Email, string? PortalUrl, string Token, DateTimeOffset Expiration)
{
    /// <summary>The user's id (CR-107).</summary>
    public override string ToString() => $"{nameof(IdentityCenterUserInvited)} {UserId}";
}
