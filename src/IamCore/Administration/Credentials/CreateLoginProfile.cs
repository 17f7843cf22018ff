using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Creates a password for a user (CR-018). The result describes it.</summary>
/// <param name="UserName">
/// The name of the user; <see langword="null"/> for the calling user, or in a root task session for a root user whose credentials were
/// deleted (ID-037, ST-100).
/// </param>
public sealed record CreateLoginProfile(string? UserName = null) : IamCommand<LoginProfileDescription>
{
    /// <summary>The password; <see langword="null"/> to generate one, which the result shows once.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the password must be changed at the next sign-in.</summary>
    public bool PasswordResetRequired { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        PasswordSetting.CheckForm(check, Password);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        UserName is null && work.Caller is { Principal.Kind: PrincipalKind.RootUser, Session: not { Kind: SessionKind.RootTask } }
            ? throw new IamException(IamErrorCode.AccessDenied, "The root user cannot create its own password: a stolen key could be turned into one.", "ID-038")
            : CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<LoginProfileDescription> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-018").ConfigureAwait(false);
        if (await work.FindAsync<LoginProfile>(LoginProfile.KeyOf(owner.Key)).ConfigureAwait(false) is not null)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, $"Login Profile for user {owner.UserName} already exists.", "CR-018");
        }

        var password = Password ?? PasswordSetting.Generate(work, owner);
        var profile = PasswordSetting.With(work, owner, null, password, PasswordResetRequired);
        work.Put(profile);
        return LoginProfileDescription.Of(owner, profile, Password is null ? password : null);
    }

    /// <summary>Returns a description without the password (CR-107).</summary>
    public override string ToString() => $"{nameof(CreateLoginProfile)} {UserName ?? "own"}";
}
