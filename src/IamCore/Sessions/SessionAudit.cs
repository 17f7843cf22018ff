using IamCore.Callers;
using IamCore.Events;

namespace IamCore.Sessions;

/// <summary>Reports issued and denied sessions to the observers (ID-261). Costs nothing if there are none.</summary>
internal sealed class SessionAudit(IamDirectory directory)
{
    private readonly CallerResolver _callers = new(directory.Store, directory.Options);

    private bool IsObserved => directory.Options.Observers.Count > 0;

    /// <summary>Runs an operation and reports its outcome.</summary>
    /// <param name="caller">The caller; null if it is not known beforehand.</param>
    /// <param name="action">The action, for example <c>sts:AssumeRole</c>.</param>
    /// <param name="resource">The resource; null if the operation concerns only the caller.</param>
    /// <param name="parameters">The parameters; their text must not contain secrets.</param>
    /// <param name="run">The operation.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async ValueTask<T> ReportAsync<T>(
        Caller? caller, string action, string? resource, object parameters, Func<ValueTask<T>> run, CancellationToken cancellationToken)
    {
        if (!IsObserved)
        {
            return await run().ConfigureAwait(false);
        }

        var entry = (caller is null ? Entry(action) : await OfAsync(caller, action, cancellationToken).ConfigureAwait(false)) with
        {
            Resources = resource is null ? ValueList<string>.Empty : [resource],
            Parameters = parameters.ToString() ?? "",
        };
        return await ReportAsync(entry, run).ConfigureAwait(false);
    }

    /// <summary>Runs an operation of a principal without an account, a service or federated identity, and reports its outcome.</summary>
    public ValueTask<T> ReportAsync<T>(string principal, string action, string roleArn, string parameters, Func<ValueTask<T>> run) => IsObserved
        ? ReportAsync(Entry(action) with { Account = AccountOf(roleArn), PrincipalArn = principal, Resources = [roleArn], Parameters = parameters }, run) : run();

    /// <summary>Reports an event.</summary>
    public void Report(AuditEvent entry)
    {
        foreach (var observer in (IEnumerable<IDirectoryObserver>)directory.Options.Observers)
        {
            observer.OnAudit(entry with { Time = directory.Options.TimeProvider.GetUtcNow() });
        }
    }

    private async ValueTask<T> ReportAsync<T>(AuditEvent entry, Func<ValueTask<T>> run)
    {
        T result;
        try
        {
            result = await run().ConfigureAwait(false);
        }
        catch (IamException error)
        {
            Report(entry with { Error = error.ErrorCode, RequestId = error.RequestId });
            throw;
        }

        Report(entry);
        return result;
    }

    private async ValueTask<AuditEvent> OfAsync(Caller caller, string action, CancellationToken cancellationToken)
    {
        var session = caller as Session;
        var entry = Entry(action) with
        {
            Account = caller.Account,
            SessionName = session?.Name,
            SourceIdentity = session?.SourceIdentity,
            InvokedBy = session?.Forwarded?.CalledVia is { Count: > 0 } via ? via[^1] : null,
        };
        try
        {
            var resolved = await _callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
            return entry with { PrincipalArn = resolved.Arn, PrincipalId = resolved.UserId };
        }
        catch (IamException)
        {
            return entry with { PrincipalId = caller.Entity.Id }; // Expired, revoked or deleted: the operation itself reports that.
        }
    }

    private AuditEvent Entry(string action) => new()
    {
        Time = directory.Options.TimeProvider.GetUtcNow(),
        RequestId = Guid.NewGuid().ToString(),
        Action = action,
        Parameters = "",
    };

    private static AccountId AccountOf(string roleArn) => Arn.TryParse(roleArn, out var arn) && AccountId.TryParse(arn.Account, out var account) ? account : default;
}
