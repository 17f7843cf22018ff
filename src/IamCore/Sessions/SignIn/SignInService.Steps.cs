using IamCore.Credentials;
using IamCore.Credentials.Secrets;
using IamCore.Credentials.Throttling;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions.SignIn;

/// <content>Links the steps of a sign-in with sealed handles, each valid for one use (CR-025), and reports each step.</content>
public sealed partial class SignInService
{
    private string HandleOf(IamAccount account, LoginProfile profile, SignInStatus step, DateTimeOffset? mfaTime) =>
        SealedState.Seal(Services.Protector, SecretPurpose.Challenge, new()
        {
            Id = $"challenge-{_directory.Options.Random.Text(26, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}",
            Account = account.Id,
            ExpiresAt = (Now + HandleLife).ToUnixTimeMilliseconds(),
            Step = step,
            Owner = profile.Owner.ToString(),
            PasswordVersion = profile.PasswordVersion,
            MfaAt = mfaTime?.ToUnixTimeMilliseconds(),
        });

    /// <summary>Opens the handle of a step. It must not be altered, expired, used already or from a previous password (CR-025).</summary>
    private async ValueTask<SignInStep> OpenAsync(SignInTrace trace, string handle, SignInStatus step, CancellationToken cancellationToken)
    {
        if (!SealedState.TryOpen(Services.Protector, SecretPurpose.Challenge, handle, out var state) || state.Step != step || Now >= state.Expiration
            || !ObjectKey.TryParse(state.Owner, out var owner)
            || await _directory.Store.FindAsync(ObjectLocator.ByKey(ObjectKind.Account, state.Account), cancellationToken).ConfigureAwait(false)
                is not IamAccount { Status: AccountStatus.Active } account
            || await _directory.Store.FindAsync(ObjectLocator.ByKey(LoginProfile.KeyOf(owner)), cancellationToken).ConfigureAwait(false) is not LoginProfile profile
            || profile.PasswordVersion != state.PasswordVersion
            || await _directory.Store.FindAsync(ObjectLocator.ByKey(ObjectKind.SpentToken, state.Id), cancellationToken).ConfigureAwait(false) is not null)
        {
            throw trace.Failed("the handle was altered, has expired, was used or belongs to a previous password");
        }

        var user = await _directory.Store.FindAsync(ObjectLocator.ByKey(owner), cancellationToken).ConfigureAwait(false) as IamUser;
        trace.SetPrincipal(account, user);
        return new(state, account, profile, user);
    }

    private async ValueTask SpendAsync(SignInTrace trace, SignInStep step, CancellationToken cancellationToken)
    {
        if (!await SpentTokens.TrySpendAsync(_directory, step.Account.AccountId, step.State.Id, step.State.Expiration, cancellationToken).ConfigureAwait(false))
        {
            throw trace.Failed("the handle was used concurrently");
        }
    }

    private async ValueTask<T> ReportAsync<T>(string action, string? source, Func<SignInTrace, ValueTask<T>> step)
    {
        var trace = new SignInTrace();
        T result;
        try
        {
            result = await step(trace).ConfigureAwait(false);
        }
        catch (IamException error)
        {
            _audit.Report(trace.Event(action, source, error));
            throw;
        }

        _audit.Report(trace.Event(action, source, null));
        return result;
    }

    private sealed record SignInStep(HandleState State, IamAccount Account, LoginProfile Profile, IamUser? User)
    {
        public string Name => User is null ? "root" : DirectoryKeys.Fold(User.Name);
    }

    private sealed record SignInAttempt(AccountId Account, string Name, string? Source)
    {
        public IEnumerable<AttemptKey> Keys => Source is null
            ? [new(AttemptKind.Principal, Account, Name)]
            : [new(AttemptKind.Principal, Account, Name), new(AttemptKind.Source, default, Source)];
    }
}
