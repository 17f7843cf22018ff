using IamCore.Events;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions;

/// <summary>Users and roles for emergencies: they require MFA, and observers are notified of each use (ST-159, ST-160).</summary>
internal static class EmergencyUse
{
    /// <summary>The tag that, with the value <c>true</c>, marks a user or role for emergencies (ID-274).</summary>
    public const string Tag = "iamcore:emergency";

    public static bool IsEmergency(IamEntity entity) =>
        ((IEnumerable<Tag>)entity.Tags).Any(tag => tag.Key.Equals(Tag, StringComparison.OrdinalIgnoreCase) && tag.Value == "true");

    public static async ValueTask<bool> IsEmergencyAsync(IamDirectory directory, ObjectKey owner, CancellationToken cancellationToken) =>
        owner.Kind == ObjectKind.User
        && await directory.Store.FindAsync(ObjectLocator.ByKey(owner), cancellationToken).ConfigureAwait(false) is IamUser user && IsEmergency(user);

    public static async ValueTask RecordAsync(
        IamDirectory directory, AccountId account, ObjectKey owner, string action, string? source, CancellationToken cancellationToken)
    {
        if (await IsEmergencyAsync(directory, owner, cancellationToken).ConfigureAwait(false))
        {
            Record(directory, account, action, source);
        }
    }

    public static void Record(IamDirectory directory, AccountId account, string action, string? source)
    {
        var advisoryEvent = new AdvisoryEvent(AdvisoryKind.EmergencyAccessUsed, directory.Options.TimeProvider.GetUtcNow(), account, action, source);
        foreach (var observer in (IEnumerable<IDirectoryObserver>)directory.Options.Observers)
        {
            observer.OnAdvice(advisoryEvent);
        }
    }
}
