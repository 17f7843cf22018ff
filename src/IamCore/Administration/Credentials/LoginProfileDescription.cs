using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>The description of a password (CR-020). It contains the password only in the result of the call that generated it.</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root.</param>
/// <param name="CreateDate">When the login profile was created, in UTC.</param>
/// <param name="PasswordResetRequired">Whether the password must be changed at the next sign-in.</param>
/// <param name="GeneratedPassword">The password if this call generated it (CR-018); otherwise <see langword="null"/>.</param>
public sealed record LoginProfileDescription(string? UserName, DateTimeOffset CreateDate, bool PasswordResetRequired, string? GeneratedPassword = null)
{
    /// <summary>Returns a description without the password (CR-107).</summary>
    public override string ToString() => $"login profile of {UserName ?? "root"}";

    internal static LoginProfileDescription Of(CredentialOwner owner, LoginProfile profile, string? generated = null) =>
        new(owner.UserName, profile.CreateDate, profile.PasswordResetRequired, generated);
}
