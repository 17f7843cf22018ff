using IamCore.Model;

namespace IamCore.Configuration;

/// <summary>Whom an identity provider vouches for.</summary>
/// <param name="UserName">The name of a directory user, in any letter case.</param>
public sealed record ExternalIdentity(string UserName)
{
    /// <summary>When the provider's own session ends, UTC: the portal session ends no later (ST-148); <see langword="null"/> where it does not say.</summary>
    public DateTimeOffset? SessionEnd { get; init; }

    /// <summary>Session tags; they override attributes for access control of the same key (ST-152).</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;
}
