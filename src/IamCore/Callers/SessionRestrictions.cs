using IamCore.Credentials;

namespace IamCore.Callers;

/// <summary>Restrictions of the kinds of session, which no policy can lift; checked before the policies are evaluated (ST-008).</summary>
internal static class SessionRestrictions
{
    /// <summary>Throws <c>AccessDenied</c> if the kind of the caller's session forbids an action.</summary>
    public static void Check(Caller caller, ActionName action)
    {
        if (Is(action, "sts:GetCallerIdentity"))
        {
            return;
        }

        if (caller is ServiceCredentialCaller { Service: { } service } && !IsOf(action, service.ActionService))
        {
            throw Denials.Restricted($"The credential is valid for {service.ServiceName} only", "CR-003");
        }

        if (caller is not Session session)
        {
            return;
        }

        if (session.Forwarded is not null && IsOf(action, "sts"))
        {
            throw Denials.Restricted("A forwarded session cannot call any STS operation except GetCallerIdentity", "ST-127");
        }

        switch (session.State.Kind)
        {
            case SessionKind.User:
            case SessionKind.SignIn when session.IsExported:
                CheckUser(session, action);
                break;
            case SessionKind.FederatedUser when session.IsExported || !session.State.IsConsole:
                CheckFederated(action);
                break;
            case SessionKind.FederatedUser when IsOf(action, "sts"):
                throw Denials.Restricted("A federated session cannot call any STS operation except GetCallerIdentity", "ST-090");
            case SessionKind.RootTask when !((IEnumerable<string>)RootTasks.ActionsOf(session.State.TaskPolicy!)).Any(allowed => Is(action, allowed)):
                throw Denials.Restricted($"The task of this session does not include {action}", "ST-101");
            default:
                break;
        }
    }

    private static void CheckUser(Session session, ActionName action)
    {
        if (IsOf(action, "iam") && session.MultiFactorAuthTime is null)
        {
            throw Denials.Restricted("A session without MFA cannot call IAM operations", "ST-081");
        }

        if (IsOf(action, "sts") && !Is(action, "sts:AssumeRole") && !IsPartOfAssumeRole(action))
        {
            throw Denials.Restricted("The session cannot call any STS operation except AssumeRole and GetCallerIdentity", "ST-082");
        }
    }

    /// <summary>Whether the action is decided as part of <c>AssumeRole</c>; no operation has this name (ST-038, ST-039).</summary>
    private static bool IsPartOfAssumeRole(ActionName action) => Is(action, "sts:TagSession") || Is(action, "sts:SetSourceIdentity");

    private static void CheckFederated(ActionName action)
    {
        if (IsOf(action, "iam") || IsOf(action, "sts"))
        {
            throw Denials.Restricted("A federated session cannot call IAM operations, nor any STS operation except GetCallerIdentity", "ST-090");
        }
    }

    private static bool IsOf(ActionName action, string service) => action.Service.Equals(service, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ActionName action, string name) => action.ToString().Equals(name, StringComparison.OrdinalIgnoreCase);
}
