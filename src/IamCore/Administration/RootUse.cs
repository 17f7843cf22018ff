using IamCore.Events;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>Tells that the root user is used, and remembers when (ID-040, ID-042).</summary>
internal static class RootUse
{
    /// <summary>A call through the caller façade.</summary>
    public static void Note(IamDirectory directory, IAdministrationGate? gate, string action)
    {
        if (gate is OpenGate { Caller.Principal.Kind: PrincipalKind.RootUser } open)
        {
            Note(directory, open.Account, action, open.Source);
        }
    }

    /// <summary>A sign-in or a signature of root's.</summary>
    public static void Note(IamDirectory directory, IamAccount account, string action, string? source)
    {
        var now = directory.Options.TimeProvider.GetUtcNow();
        directory.RootUses.Note(account.AccountId, now);
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
