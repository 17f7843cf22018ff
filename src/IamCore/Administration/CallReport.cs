using IamCore.Events;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>Reports a call and its outcome to the observers (ID-261).</summary>
internal sealed class CallReport(IamDirectory directory, AccountId account, string action, object command, bool isReadOnly)
{
    private readonly ValueList<IDirectoryObserver> _observers = directory.Options.Observers;

    /// <summary>The caller; null before it is known and for the host's own code.</summary>
    public AdministrationCaller? Caller { get; set; }

    /// <summary>The last unit of work of the call.</summary>
    public AdministrationWork? Work { get; set; }

    /// <summary>Reports success, with the changes and the revision they created.</summary>
    public void Succeeded(ChangeSet? changes, long revision)
    {
        if (_observers.Count == 0)
        {
            return;
        }

        if (!isReadOnly)
        {
            IEnumerable<string> resources = changes is null ? [] : [.. changes.Puts.Select(SubjectOf), .. changes.Deletes.Select(d => d.Key.ToString())];
            Notify(Entry([.. resources], null, Guid.NewGuid().ToString(), revision));
        }

        foreach (var advisoryEvent in Work?.AdvisoryEvents ?? [])
        {
            foreach (var observer in _observers)
            {
                observer.OnAdvice(advisoryEvent);
            }
        }

        foreach (var notify in Work?.Notifications ?? [])
        {
            foreach (var observer in _observers)
            {
                notify(observer);
            }
        }
    }

    /// <summary>Reports failure. Queries are reported only if access was denied.</summary>
    public void Failed(IamException error)
    {
        if (_observers.Count > 0 && (!isReadOnly || error.ErrorCode is IamErrorCode.AccessDenied or IamErrorCode.AccessDeniedException))
        {
            Notify(Entry([.. Work?.Asked ?? []], error.ErrorCode, error.RequestId, 0));
        }
    }

    private AuditEvent Entry(ValueList<string> resources, IamErrorCode? error, string requestId, long revision) => new()
    {
        Time = directory.Options.TimeProvider.GetUtcNow(),
        RequestId = requestId,
        Account = account,
        PrincipalArn = Caller?.Principal.Text,
        PrincipalId = Caller?.PrincipalId,
        SessionName = Caller?.Session?.Name,
        SourceIdentity = Caller?.Session?.SourceIdentity,
        InvokedBy = Caller?.Session?.Forwarded?.CalledVia is { Count: > 0 } via ? via[^1] : null,
        Action = action,
        Resources = resources,
        Parameters = command.ToString() ?? "",
        Error = error,
        Revision = revision,
    };

    private void Notify(AuditEvent entry)
    {
        foreach (var observer in _observers)
        {
            observer.OnAudit(entry);
        }
    }

    private static string SubjectOf(DirectoryObject o) => o switch
    {
        AccountObject named => named.Arn,
        PermissionSet set => set.Arn,
        IdentityCenterInstance instance => instance.Arn,
        _ => o.Key.ToString(),
    };
}
