using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Callers;

/// <summary>What is refused to root, or to everyone but root, before policies are read (ID-039, ID-040).</summary>
internal static class RootRules
{
    private static readonly ActionName SetGuard = ActionName.Parse("iamcore:SetRootUsageGuard");

    /// <summary>The root-only tasks that have an operation of their own (ID-038).</summary>
    private static readonly HashSet<ActionName> Tasks =
    [
        .. ((string[])["account:UpdateAccountName", "iamcore:UpdateRootEmail", "iamcore:UpdateRootPassword", "account:CloseAccount"]).Select(ActionName.Parse),
    ];

    /// <summary>Operations on root's own credentials (ID-034, ID-038).</summary>
    private static readonly HashSet<ActionName> CredentialTasks =
    [
        .. ((string[])
        [
            "iam:CreateAccessKey", "iam:UpdateAccessKey", "iam:DeleteAccessKey", "iam:EnableMFADevice", "iam:DeactivateMFADevice", "iam:ResyncMFADevice",
            "iam:UploadSigningCertificate", "iam:UpdateSigningCertificate", "iam:DeleteSigningCertificate", "iam:DeleteLoginProfile",
        ]).Select(ActionName.Parse),
    ];

    private static readonly ActionName CreateDevice = ActionName.Parse("iam:CreateVirtualMFADevice");
    private static readonly ActionName EnableDevice = ActionName.Parse("iam:EnableMFADevice");
    private static readonly ActionName UpdatePassword = ActionName.Parse("iamcore:UpdateRootPassword");

    /// <summary>Refuses what the account's guard does not let its root user do (ID-040); sessions for one root task have their own limits.</summary>
    /// <exception cref="IamException"><c>AccessDenied</c> with the detail <c>rootGuard</c>.</exception>
    public static void Check(ResolvedCaller caller, IamAccount account, ActionName action, string resource)
    {
        if (caller.Principal.Kind != PrincipalKind.RootUser || caller.Caller is Session { Kind: SessionKind.RootTask })
        {
            return;
        }

        var session = caller.Caller as Session;
        var hasSecondFactor = session?.MultiFactorAuthTime is not null;
        var isLetThrough = account.RootUsageGuard switch
        {
            RootUsageGuard.Off or RootUsageGuard.Warn => true,
            RootUsageGuard.Block => action == SetGuard || Tasks.Contains(action) || (resource == account.RootArn && CredentialTasks.Contains(action)),
            _ => hasSecondFactor || (session?.Kind == SessionKind.SignIn && MendsItself(account, action, resource)),
        };
        if (!isLetThrough)
        {
            throw Guarded($"The account guards its root user ({account.RootUsageGuard}): {action} is refused");
        }
    }

    private static bool MendsItself(IamAccount account, ActionName action, string resource) =>
        action == UpdatePassword || (action == EnableDevice && resource == account.RootArn) || action == CreateDevice;

    /// <summary>The refusal of what the guard does not let root do.</summary>
    public static IamException Guarded(string message) => new(IamErrorCode.AccessDenied, message, [new("ID-040", "rootGuard", message)]);
}
