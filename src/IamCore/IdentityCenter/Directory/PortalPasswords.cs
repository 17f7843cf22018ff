using IamCore.Administration;
using IamCore.Credentials.Passwords;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Passwords of the built-in directory (ST-136).</summary>
internal static class PortalPasswords
{
    private const int MinLength = 8;

    private const int MaxLength = 64;

    /// <summary>The number of previous passwords remembered. Together with the current one they are the last three.</summary>
    private const int History = 2;

    /// <summary>Checks the form of a password. The message never contains the password (ID-264).</summary>
    public static void Check(ParameterCheck check, string? password)
    {
        var isOne = password is { Length: >= MinLength and <= MaxLength } && password.Any(char.IsLower) && password.Any(char.IsUpper)
            && password.Any(char.IsDigit) && password.Any(c => !char.IsLetterOrDigit(c)) && !password.Any(char.IsControl);
        check.Require(isOne, "Password", "must have 8 to 64 characters, among them lower case, upper case, a digit and another character", "ST-136");
    }

    /// <summary>Returns the login with a new password.</summary>
    /// <exception cref="IamException"><c>ValidationException</c>: the password is one of the last three.</exception>
    public static DirectoryLogin With(AdministrationWork work, DirectoryLogin login, string password, bool resetRequired)
    {
        var hasher = work.Credentials.Options.PasswordHasher;
        string[] former = [.. login.PasswordHash is { } hash ? (string[])[hash] : [], .. login.FormerPasswords];
        if (former.Any(old => hasher.Verify(password, old) != PasswordMatch.None))
        {
            throw IdentityCenterErrors.Invalid("The password is one of the last three.", "ST-136");
        }

        return login with
        {
            PasswordHash = hasher.Hash(password),
            FormerPasswords = [.. former.Take(History)],
            Version = login.Version + 1,
            PasswordLastChanged = work.Now,
            PasswordResetRequired = resetRequired,
        };
    }

    public static void CheckSource(IdentityCenterInstance instance)
    {
        if (instance.IdentitySource != IdentitySource.Directory)
        {
            throw IdentityCenterErrors.Invalid("Passwords are managed by the identity source.", "ST-135");
        }
    }
}
