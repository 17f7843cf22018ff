using IamCore.Credentials.Passwords;
using IamCore.Credentials.Throttling;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Rules shared by the operations on passwords.</summary>
internal static class LoginProfileRules
{
    public static async ValueTask<LoginProfile> GetAsync(AdministrationWork work, CredentialOwner owner, string rule) =>
        await work.FindAsync<LoginProfile>(LoginProfile.KeyOf(owner.Key)).ConfigureAwait(false)
        ?? throw IamErrors.Missing("Login Profile for user", owner.UserName ?? "root", rule);

    /// <summary>Replaces a password if the old one is known. A wrong old password counts as a failed sign-in (CR-021, CR-111).</summary>
    public static async ValueTask ReplaceAsync(AdministrationWork work, CredentialOwner owner, string oldPassword, string newPassword, string rule)
    {
        var profile = await GetAsync(work, owner, rule).ConfigureAwait(false);
        var key = new AttemptKey(AttemptKind.Principal, work.AccountId, owner.UserName is { } name ? DirectoryKeys.Fold(name) : "root");
        var limiter = work.Credentials.Limiter;
        // Counted before the hash is computed, so that parallel guesses cannot outrun the limit.
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
