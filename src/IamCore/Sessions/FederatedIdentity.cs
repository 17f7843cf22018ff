using System.Collections.Immutable;
using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>Somebody whom an identity provider knows, proven by a token or an assertion that was checked already, and the role asked for.</summary>
internal sealed record FederatedIdentity
{
    /// <summary>What the session becomes: <see cref="SessionKind.WebIdentityRole"/> or <see cref="SessionKind.SamlRole"/>.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>The action that the trust policy must allow, for example <c>sts:AssumeRoleWithSAML</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The provider as trust policies name it: its ARN, or a built-in name (ST-056).</summary>
    public required string Provider { get; init; }

    public required string RoleArn { get; init; }

    public required string RoleSessionName { get; init; }

    /// <summary>What the provider says of it, for the trust policy alone (ST-057, ST-067).</summary>
    public required ImmutableArray<FrozenKey> TrustKeys { get; init; }

    /// <summary>What stays in the session's context (ST-058, ST-072).</summary>
    public required ImmutableArray<FrozenKey> SessionKeys { get; init; }

    public required int DurationSeconds { get; init; }

    /// <summary>Seconds that the provider shortens it to; null where it does not (ST-071).</summary>
    public int? ShortenedTo { get; init; }

    /// <summary>Until when the session lasts at most, for example the provider's own session; null for no such time (ST-071).</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Whether it is a sign-in, which the role's setting does not limit and which cannot be exchanged again (ST-074, ST-128).</summary>
    public bool IsSignIn { get; init; }

    public string? Policy { get; init; }

    public ValueList<string> PolicyArns { get; init; } = ValueList<string>.Empty;

    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    public ValueList<string> TransitiveTagKeys { get; init; } = ValueList<string>.Empty;

    public string? SourceIdentity { get; init; }

    /// <summary>Uses up a proof that is good for one use, once everything else is found good; null where it is good for several.</summary>
    public Func<CancellationToken, ValueTask>? SpendAsync { get; init; }
}
