using System.Security.Claims;
using IamCore.AspNetCore.Principals.Federation;
using IamCore.AspNetCore.Reporting;
using IamCore.Callers;
using IamCore.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IamCore.AspNetCore.Principals;

/// <summary>Who the user is: an <see cref="IamClaimsIdentity"/> as it says, an identity of the host as mapped, nobody signed in as anonymous.</summary>
internal sealed class PrincipalSource(IOptions<IamAspNetCoreOptions> options, IServiceProvider services, ILoggerFactory loggers)
    : IIamPrincipalSource
{
    private readonly IamPrincipalMapping[] _mappings = [.. options.Value.Mappings];
    private readonly MappedUsers _users = new();

    /// <summary>Only where a mapping needs it: without credentials a durable directory needs no protector of secrets.</summary>
    private readonly Lazy<MappedRoles> _roles = new(() => new(services.GetRequiredService<IamDirectory>(), services.GetRequiredService<CallerAuthorizer>()));

    private readonly ILogger _logger = loggers.CreateLogger(DenialLog.Category);

    private readonly PrincipalSession _anonymous = new(Principal.Anonymous) { Keys = [] };

    /// <summary>The sessions of mapped roles that are good, the newest first.</summary>
    public IEnumerable<Session> LiveSessions => _roles.IsValueCreated ? _roles.Value.Live() : [];

    public ValueTask<PrincipalSession?> FindAsync(ClaimsPrincipal user, HttpContext? http, CancellationToken cancellationToken)
    {
        if (IamClaimsIdentity.Find(user) is { } known)
        {
            return new(known.Session);
        }

        var identities = IamClaimsIdentity.IdentitiesOf(user);
        for (var i = 0; i < identities.Count; i++)
        {
            if (identities[i].IsAuthenticated)
            {
                return MapAsync(identities, cancellationToken);
            }
        }

        return new(_anonymous);
    }

    /// <summary>Somebody who signed in and is nobody here is not taken for anonymous: denials of their principal would not find them.</summary>
    private ValueTask<PrincipalSession?> MapAsync(IReadOnlyList<ClaimsIdentity> identities, CancellationToken cancellationToken)
    {
        for (var i = 0; i < identities.Count; i++)
        {
            var identity = identities[i];
            foreach (var mapping in identity.IsAuthenticated ? _mappings : [])
            {
                if (mapping.AuthenticationType is not null && mapping.AuthenticationType != identity.AuthenticationType)
                {
                    continue;
                }

                if (mapping is IamRoleMapping ofRole)
                {
                    if (ofRole.Knows(identity))
                    {
                        return AssumeAsync(ofRole, identity, cancellationToken);
                    }
                }
                else if (_users.Find((IamUserMapping)mapping, identity) is { } session)
                {
                    return new(session);
                }
            }
        }

        return default;
    }

    /// <summary>The role's session; nobody where the role is not to be had.</summary>
    private async ValueTask<PrincipalSession?> AssumeAsync(IamRoleMapping mapping, ClaimsIdentity identity, CancellationToken cancellationToken)
    {
        try
        {
            return await _roles.Value.FindAsync(mapping, identity, cancellationToken).ConfigureAwait(false);
        }
        catch (IamException refusal)
        {
            DenialLog.RoleRefused(_logger, mapping.RoleArn(identity), mapping.Issuer, refusal.Code, refusal.Message);
            return null;
        }
    }
}
