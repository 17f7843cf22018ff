using IamCore.Administration;
using IamCore.Credentials;
using IamCore.Errors;

namespace IamCore;

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

/// <summary>Changes a user's password or whether it must be changed (CR-019).</summary>
/// <param name="UserName">The user.</param>
public sealed record UpdateLoginProfile(string UserName) : IamCommand<LoginProfileDescription>
{
    /// <summary>The new password; <see langword="null"/> to keep the old one.</summary>
    public string? Password { get; init; }

    /// <summary>Whether it must be changed at the next sign-in; <see langword="null"/> to leave that as it is.</summary>
    public bool? PasswordResetRequired { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.User.Check(check, UserName);
        PasswordSetting.CheckForm(check, Password);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<LoginProfileDescription> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-019").ConfigureAwait(false);
        var profile = await LoginProfileRules.GetAsync(work, owner, "CR-019").ConfigureAwait(false);
        var resetRequired = PasswordResetRequired ?? (Password is null && profile.PasswordResetRequired);
        var changed = Password is null
            ? profile with { PasswordResetRequired = resetRequired } : PasswordSetting.With(work, owner, profile, Password, resetRequired);
        work.Put(changed);
        return LoginProfileDescription.Of(owner, changed);
    }

    /// <summary>The user (CR-107).</summary>
    public override string ToString() => $"{nameof(UpdateLoginProfile)} {UserName}";
}

/// <summary>Reads what can be told of a password (CR-020).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record GetLoginProfile(string? UserName = null) : IamQuery<LoginProfileDescription>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<LoginProfileDescription> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-020").ConfigureAwait(false);
        return LoginProfileDescription.Of(owner, await LoginProfileRules.GetAsync(work, owner, "CR-020").ConfigureAwait(false));
    }
}

/// <summary>Takes a user's password away; keys and permissions stay (CR-020).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record DeleteLoginProfile(string? UserName = null) : UserCredentialCommand<Nothing>(UserName)
{
    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-020").ConfigureAwait(false);
        work.Delete(await LoginProfileRules.GetAsync(work, owner, "CR-020").ConfigureAwait(false));
        return default;
    }
}

/// <summary>Changes the calling user's own password (CR-021).</summary>
/// <param name="OldPassword">The password so far.</param>
/// <param name="NewPassword">The password from now on.</param>
public sealed record ChangePassword(string OldPassword, string NewPassword) : IamCommand<Nothing>
{
    internal override void Validate(ParameterCheck check)
    {
        PasswordSetting.CheckForm(check, OldPassword, nameof(OldPassword));
        PasswordSetting.CheckForm(check, NewPassword, nameof(NewPassword));
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work)
    {
        CheckCaller(work);
        return CredentialOwner.AuthorizeAsync(work, Action, null);
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        CheckCaller(work);
        var owner = await CredentialOwner.GetAsync(work, null, "CR-021").ConfigureAwait(false);
        await LoginProfileRules.ReplaceAsync(work, owner, OldPassword, NewPassword, "CR-021").ConfigureAwait(false);
        return default;
    }

    /// <summary>The name of the operation (CR-107).</summary>
    public override string ToString() => nameof(ChangePassword);

    /// <summary>Users only (CR-021).</summary>
    private static void CheckCaller(AdministrationWork work)
    {
        if (work.Caller?.UserId is null)
        {
            throw new IamException(IamErrorCode.InvalidUserType, "Only IAM Users can change their own password.", "CR-021");
        }
    }
}

/// <summary>Sets or changes the root user's password (CR-021, ID-035): root by its old one, the host's own code without.</summary>
/// <param name="NewPassword">The password from now on.</param>
/// <param name="OldPassword">The password so far; <see langword="null"/> only where the host's own code sets it.</param>
public sealed record UpdateRootPassword(string NewPassword, string? OldPassword = null) : IamCommand<Nothing>
{
    /// <inheritdoc />
    public override string Action => "iamcore:UpdateRootPassword";

    internal override void Validate(ParameterCheck check)
    {
        PasswordSetting.CheckForm(check, OldPassword, nameof(OldPassword));
        PasswordSetting.CheckForm(check, NewPassword, nameof(NewPassword));
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.Caller is { Principal.Kind: PrincipalKind.RootUser }
        ? work.CheckAsync(new() { Action = Action, Resource = work.Account.RootArn })
        : throw new IamException(IamErrorCode.AccessDenied, "Only the root user can change its password.", "ID-038");

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var owner = new CredentialOwner(work.Account.Key, work.Account.RootArn, null);
        if (work.IsAuthorized || OldPassword is not null)
        {
            await LoginProfileRules.ReplaceAsync(work, owner, OldPassword ?? "", NewPassword, "CR-021").ConfigureAwait(false);
            return default;
        }

        var profile = await work.FindAsync<LoginProfile>(LoginProfile.KeyOf(owner.Key)).ConfigureAwait(false);
        work.Put(PasswordSetting.With(work, owner, profile, NewPassword, resetRequired: false));
        return default;
    }

    /// <summary>The name of the operation (CR-107).</summary>
    public override string ToString() => nameof(UpdateRootPassword);
}

/// <summary>Changes a password by the old one, for the sign-in that demands it (CR-026).</summary>
internal sealed record ReplacePassword(CredentialOwner Owner, string OldPassword, string NewPassword) : IamCommand<Nothing>
{
    internal override void Validate(ParameterCheck check) => PasswordSetting.CheckForm(check, NewPassword, nameof(NewPassword));

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => default;

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        await LoginProfileRules.ReplaceAsync(work, Owner, OldPassword, NewPassword, "CR-026").ConfigureAwait(false);
        return default;
    }

    public override string ToString() => nameof(ReplacePassword);
}

/// <summary>What operations on passwords have in common.</summary>
internal static class LoginProfileRules
{
    public static async ValueTask<LoginProfile> GetAsync(AdministrationWork work, CredentialOwner owner, string rule) =>
        await work.FindAsync<LoginProfile>(LoginProfile.KeyOf(owner.Key)).ConfigureAwait(false)
        ?? throw Refusals.Missing("Login Profile for user", owner.UserName ?? "root", rule);

    /// <summary>Replaces a password by whoever knows the old one; a wrong one counts as a failed sign-in (CR-021, CR-111).</summary>
    public static async ValueTask ReplaceAsync(AdministrationWork work, CredentialOwner owner, string oldPassword, string newPassword, string rule)
    {
        var profile = await GetAsync(work, owner, rule).ConfigureAwait(false);
        var key = new AttemptKey(AttemptKind.Principal, work.AccountId, owner.UserName is { } name ? DirectoryKeys.Fold(name) : "root");
        var limiter = work.Credentials.Limiter;
        if (await limiter.BeginAsync(key, work.CancellationToken).ConfigureAwait(false) > TimeSpan.Zero)
        {
            throw new IamException(IamErrorCode.Throttling, "Too many attempts. Please wait and try again.", "CR-111");
        }

        if (work.Credentials.Options.PasswordHasher.Verify(oldPassword, profile.PasswordHash) == PasswordMatch.None)
        {
            throw new IamException(IamErrorCode.AccessDenied, "The old password was incorrect.", "CR-021");
        }

        await limiter.SucceededAsync(key, work.CancellationToken).ConfigureAwait(false);
        work.Put(PasswordSetting.With(work, owner, profile, newPassword, resetRequired: false));
    }
}
