using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Gives a user a password (CR-018).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller, and in a root task for root, whose credentials were deleted (ID-037, ST-100).</param>
public sealed record CreateLoginProfile(string? UserName = null) : IamCommand<LoginProfileDescription>
{
    /// <summary>The password; <see langword="null"/> to have one made up and given back once.</summary>
    public string? Password { get; init; }

    /// <summary>Whether it must be changed at the next sign-in.</summary>
    public bool PasswordResetRequired { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        PasswordSetting.CheckForm(check, Password);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        UserName is null && work.Caller is { Principal.Kind: PrincipalKind.RootUser, Session: not { Kind: SessionKind.RootTask } }
            ? throw new IamException(IamErrorCode.AccessDenied, "Root gives itself no password: a key that was stolen would become one.", "ID-038")
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

    /// <summary>The user (CR-107).</summary>
    public override string ToString() => $"{nameof(CreateLoginProfile)} {UserName ?? "own"}";
}
