using IamCore.Events;
using IamCore.Model;

namespace IamCore.Sessions.SignIn;

/// <summary>Collects what a step of a sign-in was about and why it failed, for the audit only (CR-024, ID-261).</summary>
internal sealed class SignInTrace
{
    private AccountId _account;
    private string? _arn;
    private string? _id;

    /// <summary>Why the step failed; null if it has not.</summary>
    public string? Reason { get; private set; }

    /// <summary>Records whom the step is about: the user or, without one, the root user.</summary>
    public void SetPrincipal(IamAccount account, IamUser? user)
    {
        _account = account.AccountId;
        (_arn, _id) = user is null ? (account.RootArn, account.Id) : (user.Arn, user.Id);
    }

    /// <summary>Records that the step is not about anybody known.</summary>
    public void SetUnknown(IamAccount? account) => _account = account?.AccountId ?? default;

    /// <summary>Returns the single answer to every failed sign-in, and records the true reason (CR-024).</summary>
    public IamException Failed(string reason, string rule = "CR-024")
    {
        Reason = reason;
        return SignInFailure.Failed(rule);
    }

    /// <summary>Returns the event. It omits unknown user names, because people sometimes type their password as the name.</summary>
    public AuditEvent Event(string action, string? source, IamException? error) => new()
    {
        Time = default,
        RequestId = error?.RequestId ?? Guid.NewGuid().ToString(),
        Account = _account,
        PrincipalArn = _arn,
        PrincipalId = _id,
        Action = action,
        Parameters = source is null ? action : $"{action} from {source}",
        Error = error?.ErrorCode,
        Reason = error is null ? null : Reason ?? error.Message,
    };
}
