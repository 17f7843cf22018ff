using System.Collections.Concurrent;
using System.Security.Claims;
using IamCore.AspNetCore.Principals.Federation;
using IamCore.Model;

namespace IamCore.AspNetCore.Principals;

/// <summary>
/// Sessions of users that the host authenticated. The same user with the same tags and the same second factor gets the same session, so that what the
/// authorizer found out about it is found out once. Bounded: when full, it starts anew.
/// </summary>
internal sealed class MappedUsers
{
    private const int MaxSessions = 10_000;

    /// <summary>A sign-in without a second factor says so (ST-027).</summary>
    private static readonly RequestContext NoSecondFactor = new() { ["aws:MultiFactorAuthPresent"] = false };

    private readonly ConcurrentDictionary<Key, PrincipalSession> _sessions = new();

    /// <summary>The session of the user that an identity is; <see langword="null"/> where the mapping says it is none.</summary>
    public PrincipalSession? Find(IamUserMapping mapping, ClaimsIdentity identity)
    {
        if (mapping.UserArn(identity) is not { } arn)
        {
            return null;
        }

        var key = new Key(arn, mapping.MultiFactorTime(identity), ClaimTags.Of(mapping, identity));
        if (_sessions.TryGetValue(key, out var session))
        {
            return session;
        }

        if (_sessions.Count >= MaxSessions)
        {
            _sessions.Clear();
        }

        return _sessions.GetOrAdd(key, New(key));
    }

    private static PrincipalSession New(Key key)
    {
        var principal = Principal.Parse(key.Arn);
        if (principal.Kind != PrincipalKind.User)
        {
            throw new InvalidOperationException($"A user mapping gave \"{key.Arn}\", which is not the ARN of a user");
        }

        return new(principal) { MultiFactorTime = key.MultiFactorTime, Tags = key.Tags, Keys = NoSecondFactor };
    }

    private readonly record struct Key(string Arn, DateTimeOffset? MultiFactorTime, ValueList<Tag> Tags);
}
