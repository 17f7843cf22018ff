using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Callers;

/// <summary>Restrictions on root, and tasks reserved for root, that are checked before the policies (ID-039, ID-040).</summary>
internal static class RootRules
{
    private static readonly ActionName SetGuard = ActionName.Parse("iamcore:SetRootUsageGuard");

    /// <summary>The root-only tasks that have their own operation (ID-038).</summary>
    private static readonly HashSet<ActionName> Tasks =
    [
        .. ((string[])["account:UpdateAccountName", "iamcore:UpdateRootEmail", "iamcore:UpdateRootPassword", "account:CloseAccount"]).Select(ActionName.Parse),
    ];

    /// <summary>The operations on root's own credentials (ID-034, ID-038).</summary>
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

    /// <summary>
    /// Rejects what the account's guard does not allow its root user (ID-040). Root task sessions have restrictions of their own.
    /// </summary>
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
            throw Guarded($"The account restricts its root user ({account.RootUsageGuard}): {action} is not allowed");
        }
    }

    private static bool MendsItself(IamAccount account, ActionName action, string resource) =>
        action == UpdatePassword || (action == EnableDevice && resource == account.RootArn) || action == CreateDevice;

    /// <summary>Returns the error for what the guard does not allow root.</summary>
    public static IamException Guarded(string message) => new(IamErrorCode.AccessDenied, message, [new("ID-040", "rootGuard", message)]);
}
