using IamCore.Administration;
using IamCore.Callers;
using IamCore.Credentials;

namespace IamCore.Sessions;

/// <summary>Forwards access: a service calls other services on behalf of its caller (ST-122 to ST-127).</summary>
internal static class ForwardOperation
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static Session Forward(ServiceHandle service, Caller caller, DateTimeOffset now)
    {
        var session = caller as Session ?? FromKey(caller as KeyCaller ?? throw Denials.Restricted("The credential is valid for one service only", "CR-003"), now);
        var former = session.Forwarded;
        var calledVia = former?.CalledVia ?? ValueList<string>.Empty;
        var end = session.Expiration < now + Longest ? session.Expiration : now + Longest;
        return new(
            session.State,
            session.IsExported,
            new(
                caller is KeyCaller ? now : session.IssueTime,
                end,
                service.Service.IsCalledViaCapable ? [.. calledVia, service.Service.Principal] : calledVia,
                former?.FromLongTermKey ?? caller is KeyCaller));
    }

    /// <summary>Turns a long-term key into temporary credentials without MFA, issued at the time of forwarding (ST-125).</summary>
    private static Session FromKey(KeyCaller caller, DateTimeOffset now) => new(new SessionState
    {
        Kind = SessionKind.User,
        Account = caller.Account.ToString(),
        EntityId = caller.IsRoot ? null : caller.Entity.Id,
        AccessKeyId = caller.AccessKeyId,
        Secret = "",
        IssuedAt = now.ToUnixTimeMilliseconds(),
        ExpiresAt = (now + Longest).ToUnixTimeMilliseconds(),
    });
}
