using IamCore.Events;
using IamCore.Model;

namespace IamCore.Sessions.SignIn;

/// <summary>What one step of a sign-in turned out to be about, and why it failed: for the audit alone (CR-024, ID-261).</summary>
internal sealed class SignInTrace
{
    private AccountId _account;
    private string? _arn;
    private string? _id;

    /// <summary>Why the step failed; null while it has not.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whom the step is about; without a user the root user.</summary>
    public void IsAbout(IamAccount account, IamUser? user)
    {
        _account = account.AccountId;
        (_arn, _id) = user is null ? (account.RootArn, account.Id) : (user.Arn, user.Id);
    }

    /// <summary>The step is about nobody that is known.</summary>
    public void IsAboutNobody(IamAccount? account) => _account = account?.AccountId ?? default;

    /// <summary>The one answer to whoever cannot sign in, with the true reason noted (CR-024).</summary>
    public IamException Failed(string reason, string rule = "CR-024")
    {
        Reason = reason;
        return SignInFailure.Failed(rule);
    }

    /// <summary>The event: names that nobody has are not in it, since people type passwords for names.</summary>
    public AuditEvent Event(string action, string? source, IamException? refused) => new()
    {
        Time = default,
        RequestId = refused?.RequestId ?? Guid.NewGuid().ToString(),
        Account = _account,
        PrincipalArn = _arn,
        PrincipalId = _id,
        Action = action,
        Parameters = source is null ? action : $"{action} from {source}",
        Error = refused?.ErrorCode,
        Reason = refused is null ? null : Reason ?? refused.Message,
    };
}
