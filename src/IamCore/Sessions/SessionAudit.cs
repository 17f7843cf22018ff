using IamCore.Callers;
using IamCore.Events;

namespace IamCore.Sessions;

/// <summary>Tells observers of sessions that are made and of those that are refused (ID-261). Costs nothing where nobody observes.</summary>
internal sealed class SessionAudit(IamDirectory directory)
{
    private readonly CallerResolver _callers = new(directory.Store, directory.Options);

    private bool IsObserved => directory.Options.Observers.Count > 0;

    /// <summary>Runs an operation and tells what came of it.</summary>
    /// <param name="caller">Who calls; null where that is not known before.</param>
    /// <param name="action">The action, for example <c>sts:AssumeRole</c>.</param>
    /// <param name="resource">What it is about; null for nothing but the caller.</param>
    /// <param name="parameters">The parameters; their text must not hold secrets.</param>
    /// <param name="run">The operation.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<T> TellAsync<T>(
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
        return await TellAsync(entry, run).ConfigureAwait(false);
    }

    /// <summary>The same for who takes a role and is no caller of an account: a service, an identity of a provider.</summary>
    public ValueTask<T> TellAsync<T>(string principal, string action, string roleArn, string parameters, Func<ValueTask<T>> run) => IsObserved
        ? TellAsync(Entry(action) with { Account = AccountOf(roleArn), PrincipalArn = principal, Resources = [roleArn], Parameters = parameters }, run) : run();

    /// <summary>Tells of something that has happened.</summary>
    public void Tell(AuditEvent entry)
    {
        foreach (var observer in (IEnumerable<IDirectoryObserver>)directory.Options.Observers)
        {
            observer.OnAudit(entry with { Time = directory.Options.TimeProvider.GetUtcNow() });
        }
    }

    private async ValueTask<T> TellAsync<T>(AuditEvent entry, Func<ValueTask<T>> run)
    {
        T result;
        try
        {
            result = await run().ConfigureAwait(false);
        }
        catch (IamException refused)
        {
            Tell(entry with { Error = refused.ErrorCode, RequestId = refused.RequestId });
            throw;
        }

        Tell(entry);
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
            return entry with { PrincipalId = caller.Entity.Id }; // expired, revoked or gone: the operation says so
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
