using IamCore.Administration.Credentials;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>A user created with credentials. The text form hides them.</summary>
/// <param name="User">The user.</param>
/// <param name="LoginProfile">The login profile, with the password if it was generated; <see langword="null"/> if there is none.</param>
/// <param name="AccessKey">The access key with its secret, which no other call returns; <see langword="null"/> if there is none.</param>
public sealed record NewUser(IamUser User, LoginProfileDescription? LoginProfile, NewAccessKey? AccessKey) : IStored
{
    /// <summary>Returns the user's ARN and no secrets (CR-107).</summary>
    public override string ToString() => User.Arn;

    object IStored.At(long revision) => this with { User = User with { Revision = revision } };
}
