using IamCore.Events;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>Records that the root user was used and notifies observers (ID-040, ID-042).</summary>
internal static class RootUse
{
    /// <summary>Records a call through the caller façade.</summary>
    public static void Record(IamDirectory directory, IAdministrationGate? gate, string action)
    {
        if (gate is OpenGate { Caller.Principal.Kind: PrincipalKind.RootUser } open)
        {
            Record(directory, open.Account, action, open.Source);
        }
    }

    /// <summary>Records a sign-in or signed request of the root user.</summary>
    public static void Record(IamDirectory directory, IamAccount account, string action, string? source)
    {
        var now = directory.Options.TimeProvider.GetUtcNow();
        // Recorded even if nobody is notified: the posture report shows it.
        directory.RootUses.Record(account.AccountId, now);
        if (account.RootUsageGuard == RootUsageGuard.Off)
        {
            return;
        }

        foreach (var observer in directory.Options.Observers)
        {
            observer.OnAdvice(new(AdvisoryKind.RootUserUsed, now, account.AccountId, action, source));
        }
    }
}
