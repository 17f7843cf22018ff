using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Sessions;
using IamCore.Stores;

namespace IamCore.AspNetCore.Principals.Federation;

/// <summary>Makes role sessions for identities that the host verified (ST-053 to ST-059 from the point where the token is known to be good).</summary>
internal sealed class FederatedRoles
{
    private const string Action = "sts:AssumeRoleWithWebIdentity";

    private readonly IamDirectory _directory;
    private readonly CallerResolver _callers;
    private readonly FederatedRoleOperation _roles;

    public FederatedRoles(IamDirectory directory)
    {
        _directory = directory;
        _callers = new(directory.Store, directory.Options);
        _roles = new(directory, _callers, new SessionIssuer(directory));
    }

    /// <summary>A session of the role, for no longer than the role allows.</summary>
    /// <exception cref="IamException">The parameters are wrong, the provider is not there or not for that audience, or the role does not trust the identity.</exception>
    public async ValueTask<Session> AssumeAsync(VerifiedIdentity identity, CancellationToken cancellationToken)
    {
        var seconds = (int)identity.Duration.TotalSeconds;
        _roles.CheckInput(check => FederatedRoleOperation.CheckSession(check, identity.RoleArn, null, ValueList<string>.Empty, seconds));
        if (identity.Subject.Length is < 6 or > 255)
        {
            throw Denials.Refused("The subject must have 6 to 255 characters", "ST-054");
        }

        var role = (await _callers.FindRoleAsync(identity.RoleArn, cancellationToken).ConfigureAwait(false))?.Entity as IamRole ?? throw Refused();
        var found = await _directory.Store.FindAsync(
            ObjectLocator.ByUniqueKey(DirectoryKeys.OidcProvider(role.Account, identity.Issuer)), cancellationToken).ConfigureAwait(false);
        if (found is not OidcProvider provider || !((IEnumerable<string>)provider.ClientIds).Contains(identity.Audience, StringComparer.Ordinal))
        {
            throw Refused();
        }

        var keys = identity.SessionKeys(provider);
        var assumed = await _roles.RunAsync(
            new()
            {
                Kind = SessionKind.WebIdentityRole,
                Action = Action,
                Provider = provider.Arn,
                RoleArn = identity.RoleArn,
                RoleSessionName = identity.SessionName,
                TrustKeys = [.. keys, .. identity.TrustKeys(provider)],
                SessionKeys = keys,
                DurationSeconds = Math.Min(seconds, role.MaxSessionDuration),
                Tags = identity.Tags,
                SourceIdentity = identity.SourceIdentity,
            },
            cancellationToken).ConfigureAwait(false);
        return assumed.Session;
    }

    /// <summary>One answer to all: who asks learns neither which roles nor which providers there are.</summary>
    private static IamException Refused() => Denials.Refused($"Not authorized to perform {Action}", "ST-056");
}
