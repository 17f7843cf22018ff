using IamCore.Administration.Credentials;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>A user that was made with credentials. The text form hides them.</summary>
/// <param name="User">The user.</param>
/// <param name="LoginProfile">The password's description, with the password where it was generated; <see langword="null"/> without one.</param>
/// <param name="AccessKey">The access key with its secret, which no other call ever gives; <see langword="null"/> without one.</param>
public sealed record NewUser(IamUser User, LoginProfileDescription? LoginProfile, NewAccessKey? AccessKey) : IStored
{
    /// <summary>The user's ARN (CR-107).</summary>
    public override string ToString() => User.Arn;

    object IStored.At(long revision) => this with { User = User with { Revision = revision } };
}
