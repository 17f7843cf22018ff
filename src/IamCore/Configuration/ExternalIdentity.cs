using IamCore.Model;

namespace IamCore.Configuration;

/// <summary>The user that an external identity provider has authenticated.</summary>
/// <param name="UserName">The name of an Identity Center user, ignoring case.</param>
public sealed record ExternalIdentity(string UserName)
{
    /// <summary>
    /// When the provider's session ends, UTC; the portal session ends no later (ST-148). <see langword="null"/> if the provider does not
    /// say.
    /// </summary>
    public DateTimeOffset? SessionEnd { get; init; }

    /// <summary>Session tags. They take precedence over attributes for access control with the same key (ST-152).</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;
}
