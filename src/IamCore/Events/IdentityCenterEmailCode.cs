namespace IamCore.Events;

/// <summary>A code that the host must send by e-mail (ST-155). Do not log it.</summary>
/// <param name="InstanceArn">The ARN of the Identity Center instance.</param>
/// <param name="UserId">The id of the user.</param>
/// <param name="Email">The address to which to send the code.</param>
/// <param name="Code">The code: six digits.</param>
/// <param name="Expiration">When the code expires, UTC.</param>
public sealed record IdentityCenterEmailCode(string InstanceArn, string UserId, string Email, string Code, DateTimeOffset Expiration)
{
    /// <summary>Returns the user's id. The code is not included (CR-107).</summary>
    /// <returns>The type and the user's id.</returns>
    public override string ToString() => $"{nameof(IdentityCenterEmailCode)} {UserId}";
}
