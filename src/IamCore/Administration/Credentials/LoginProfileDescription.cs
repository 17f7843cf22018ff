using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>What can be told of a password (CR-020); never the password, except by the call that generated it.</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="CreateDate">When the profile was made, UTC.</param>
/// <param name="PasswordResetRequired">Whether it must be changed at the next sign-in.</param>
/// <param name="GeneratedPassword">The password, where this call made one up (CR-018); <see langword="null"/> in every other result.</param>
public sealed record LoginProfileDescription(string? UserName, DateTimeOffset CreateDate, bool PasswordResetRequired, string? GeneratedPassword = null)
{
    /// <summary>The user (CR-107).</summary>
    public override string ToString() => $"login profile of {UserName ?? "root"}";

    internal static LoginProfileDescription Of(CredentialOwner owner, LoginProfile profile, string? generated = null) =>
        new(owner.UserName, profile.CreateDate, profile.PasswordResetRequired, generated);
}
