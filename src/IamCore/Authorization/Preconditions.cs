using System.Collections.Frozen;
using IamCore.Authorization.Snapshots;
using IamCore.Model;

namespace IamCore.Authorization;

/// <summary>Checks that deny a request before any policy is evaluated.</summary>
internal sealed class Preconditions(AuthorizerOptions options)
{
    private static readonly ActionName SetRootUsageGuard = ActionName.Parse("iamcore:SetRootUsageGuard");
    private static readonly ActionName ChangePassword = ActionName.Parse("iam:ChangePassword");
    private static readonly ActionName UpdateRootPassword = ActionName.Parse("iamcore:UpdateRootPassword");
    private static readonly ActionName EnableDevice = ActionName.Parse("iam:EnableMFADevice");
    private static readonly ActionName CreateDevice = ActionName.Parse("iam:CreateVirtualMFADevice");

    private readonly FrozenSet<ActionName> _rootOnly = options.RootOnlyActions.ToFrozenSet();
    private readonly int[] _rootOnlyHashes = [.. options.RootOnlyActions.Select(action => action.GetHashCode())];

    /// <summary>Finds the first reason to deny, except for the partition, which depends on all accounts.</summary>
    public AccessReason Find(in AccessRequest request, PrincipalSession? session, PrincipalSnapshot principal)
    {
        if (principal.Account is { Account.Status: not AccountStatus.Active })
        {
            return AccessReason.AccountNotActive;
        }

        var isRoot = principal.Principal.Kind == PrincipalKind.RootUser;
        ref readonly var action = ref request.ActionRef;
        // Scanning a few hash codes is cheaper than a set lookup; the set is asked only if one matches.
        var isRootOnly = _rootOnlyHashes.AsSpan().Contains(action.GetHashCode()) && _rootOnly.Contains(action);
        if (isRootOnly && !(isRoot && request.IsSameAccount))
        {
            return AccessReason.RootOnly;
        }

        return isRoot && session is not { IsRootTask: true } && IsGuarded(in request, session, principal.Account!.Account!, isRootOnly)
            ? AccessReason.RootGuard : AccessReason.None;
    }

    /// <summary>Whether the account's root usage guard blocks the request (ID-040).</summary>
    private static bool IsGuarded(in AccessRequest request, PrincipalSession? session, IamAccount account, bool isRootOnly)
    {
        if (account.RootUsageGuard is RootUsageGuard.Off or RootUsageGuard.Warn)
        {
            return false;
        }

        var hasSecondFactor = request.Context.Find(EngineKeys.MultiFactorPresent).Text is "true";
        if (account.RootUsageGuard == RootUsageGuard.Block)
        {
            return !isRootOnly && !(hasSecondFactor && request.Action == SetRootUsageGuard);
        }

        return !hasSecondFactor && !(session is { IsSignIn: true } && MendsItself(in request, session, account));
    }

    private static bool MendsItself(in AccessRequest request, PrincipalSession session, IamAccount account) =>
        request.Action == ChangePassword || request.Action == UpdateRootPassword
        || (session.MayEnableFirstRootDevice
            && (request.Action == CreateDevice || (request.Action == EnableDevice && request.Resource.ToString() == account.RootArn)));
}
