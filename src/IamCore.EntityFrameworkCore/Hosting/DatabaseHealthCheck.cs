using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IamCore.EntityFrameworkCore.Hosting;

/// <summary>
/// Queries the database for its revision. Degraded means that it is unavailable, but decisions continue from cached data.
/// </summary>
internal sealed class DatabaseHealthCheck(DatabaseDirectoryStore store) : IHealthCheck
{
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, the check's answer tells of it")]
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var revision = await store.Feed.AskAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy(FormattableString.Invariant($"The directory's database is at revision {revision}"), DataOf(revision));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var known = store.KnownRevision;
            var age = FormattableString.Invariant($"{store.Feed.SinceAnswer.TotalSeconds:0.#} seconds");
            return known >= 0
                ? HealthCheckResult.Degraded($"The directory's database has not answered for {age}; decisions continue from cached data", exception, DataOf(known))
                : new HealthCheckResult(context.Registration.FailureStatus, $"The directory's database has not answered for {age}; decisions fail", exception, DataOf(known));
        }
    }

    private Dictionary<string, object> DataOf(long revision) => new(StringComparer.Ordinal)
    {
        ["revision"] = revision,
        ["secondsSinceAnswer"] = store.Feed.SinceAnswer.TotalSeconds,
    };
}
