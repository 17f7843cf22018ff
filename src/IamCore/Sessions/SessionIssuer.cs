using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Credentials.Secrets;

namespace IamCore.Sessions;

/// <summary>Makes sessions and their credentials (ST-001, ST-002).</summary>
internal sealed class SessionIssuer(IamDirectory directory)
{
    /// <summary>A session that begins now.</summary>
    /// <param name="duration">How long it lasts.</param>
    /// <param name="state">What it records; key id, secret and times are filled in.</param>
    public Session Issue(TimeSpan duration, SessionState state)
    {
        var issued = directory.Options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        return new(New(state) with { IssuedAt = issued, ExpiresAt = issued + (long)duration.TotalMilliseconds });
    }

    /// <summary>A session with the times of its state.</summary>
    public Session IssueAsDated(SessionState state) => new(New(state));

    /// <summary>The credentials of a session: all that is needed to sign.</summary>
    public SessionCredentials CredentialsOf(Session session) =>
        new(session.AccessKeyId, session.State.Secret, SealedState.Seal(directory.Credentials.Protector, session.State), session.Expiration);

    private SessionState New(SessionState state) => state with
    {
        AccessKeyId = AccessKeyMaterial.NewId(AccessKeyMaterial.TemporaryPrefix, directory.Options.Random),
        Secret = AccessKeyMaterial.NewSecret(directory.Options.Random),
    };
}
