using System.Collections.Concurrent;
using System.Security.Claims;
using IamCore.Callers;
using IamCore.Sessions;

namespace IamCore.AspNetCore.Principals.Federation;

/// <summary>
/// Role sessions of identities that the host authenticated, each made once and kept for its life. Bounded: when full, it starts anew. A session that was
/// revoked meanwhile is refused by whoever asks for its principal, and not replaced before it would have ended.
/// </summary>
internal sealed class MappedRoles(IamDirectory directory, CallerAuthorizer callers)
{
    private const int MaxSessions = 10_000;

    private readonly FederatedRoles _roles = new(directory);
    private readonly ConcurrentDictionary<VerifiedIdentity, Session> _sessions = new();

    /// <summary>The principal of an identity; <see langword="null"/> where the mapping says it is none.</summary>
    /// <exception cref="IamException">The role is not to be had.</exception>
    public async ValueTask<PrincipalSession?> FindAsync(IamRoleMapping mapping, ClaimsIdentity identity, CancellationToken cancellationToken)
    {
        if (mapping.RoleArn(identity) is not { } role || mapping.Subject(identity) is not { } subject || mapping.Audience(identity) is not { } audience)
        {
            return null;
        }

        var name = mapping.SessionName is null ? subject : mapping.SessionName(identity);
        if (name is null)
        {
            return null;
        }

        var verified = new VerifiedIdentity(role, mapping.Issuer, subject, audience, name, mapping.Duration, ClaimTags.Of(mapping, identity))
        {
            AuthorizedParty = mapping.AuthorizedParty(identity),
            Methods = [.. mapping.AuthenticationMethods(identity)],
            SourceIdentity = mapping.SourceIdentity(identity),
        };
        var session = await GetAsync(verified, cancellationToken).ConfigureAwait(false);
        return await callers.GetPrincipalAsync(session, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The sessions that are good, the newest first.</summary>
    public IEnumerable<Session> Live() => _sessions.Values.Where(IsLive).OrderByDescending(session => session.IssueTime);

    private bool IsLive(Session session) => directory.Options.TimeProvider.GetUtcNow() < session.Expiration;

    private async ValueTask<Session> GetAsync(VerifiedIdentity verified, CancellationToken cancellationToken)
    {
        if (_sessions.TryGetValue(verified, out var known) && IsLive(known))
        {
            return known;
        }

        var made = await _roles.AssumeAsync(verified, cancellationToken).ConfigureAwait(false);
        if (_sessions.Count >= MaxSessions)
        {
            _sessions.Clear();
        }

        return _sessions[verified] = made;
    }
}
