using IamCore.IdentityCenter.Portal;

namespace IamCore.Events;

/// <summary>
/// An invitation that the host must send by e-mail (ST-137). Its token lets the bearer set the first password: do not log it.
/// </summary>
/// <param name="InstanceArn">The ARN of the Identity Center instance.</param>
/// <param name="UserId">The id of the user.</param>
/// <param name="UserName">The sign-in name.</param>
/// <param name="Email">The address to which to send the invitation.</param>
/// <param name="PortalUrl">The URL of the access portal; <see langword="null"/> if none is configured.</param>
/// <param name="Token">The token to pass to <see cref="AccessPortal.RedeemInvitationAsync"/>, once.</param>
/// <param name="Expiration">When the invitation expires, UTC.</param>
public sealed record IdentityCenterUserInvited(
    string InstanceArn, string UserId, string UserName, string Email, string? PortalUrl, string Token, DateTimeOffset Expiration)
{
    /// <summary>Returns the user's id. The token is not included (CR-107).</summary>
    /// <returns>The type and the user's id.</returns>
    public override string ToString() => $"{nameof(IdentityCenterUserInvited)} {UserId}";
}
