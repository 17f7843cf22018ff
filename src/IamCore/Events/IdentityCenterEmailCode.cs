namespace IamCore.Events;

/// <summary>A code for the host to mail (ST-155). Keep it out of logs.</summary>
/// <param name="InstanceArn">The instance.</param>
/// <param name="UserId">The user.</param>
/// <param name="Email">Where to mail it.</param>
/// <param name="Code">Six digits.</param>
/// <param name="Expiration">Until when, UTC.</param>
public sealed record IdentityCenterEmailCode(string InstanceArn, string UserId, string Email, string Code, DateTimeOffset Expiration)
{
    /// <summary>The user's id (CR-107).</summary>
    public override string ToString() => $"{nameof(IdentityCenterEmailCode)} {UserId}";
}
