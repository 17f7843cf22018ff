namespace IamCore;

/// <summary>Where users of Identity Center prove who they are, other than in its own directory (ST-135).</summary>
public sealed record IdentityCenterOptions
{
    /// <summary>Asked by instances whose source is <see cref="IdentitySource.ExternalProvider"/>; without one nobody signs in there.</summary>
    public IExternalIdentityProvider? ExternalProvider { get; init; }

    /// <summary>Asked by instances whose source is <see cref="IdentitySource.DirectorySource"/>; without one nobody signs in there.</summary>
    public IDirectorySource? DirectorySource { get; init; }
}

/// <summary>
/// An identity provider whose word is taken for who somebody is, for example by SAML assertions. Users are provisioned by the host, through the same
/// operations as others. Implementations are safe for any number of threads.
/// </summary>
public interface IExternalIdentityProvider
{
    /// <summary>Checks a proof for its signature, its audience, its time and against replay.</summary>
    /// <returns>Who it proves; <see langword="null"/> where anything is wrong.</returns>
    ValueTask<ExternalIdentity?> VerifyAsync(string instanceArn, string proof, CancellationToken cancellationToken);
}

/// <summary>Whom an identity provider vouches for.</summary>
/// <param name="UserName">The name of a directory user, in any letter case.</param>
public sealed record ExternalIdentity(string UserName)
{
    /// <summary>When the provider's own session ends, UTC: the portal session ends no later (ST-148); <see langword="null"/> where it does not say.</summary>
    public DateTimeOffset? SessionEnd { get; init; }

    /// <summary>Session tags; they override attributes for access control of the same key (ST-152).</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;
}

/// <summary>
/// A directory of the host's, for example an enterprise directory, that knows people and their passwords. Who signs in is made a directory user, or
/// brought up to date. Implementations are safe for any number of threads.
/// </summary>
public interface IDirectorySource
{
    /// <summary>Checks name and password, in time that does not tell how near they came.</summary>
    /// <returns>Who it is; <see langword="null"/> where anything is wrong.</returns>
    ValueTask<SourceUser?> AuthenticateAsync(string userName, string password, CancellationToken cancellationToken);
}

/// <summary>A person as a <see cref="IDirectorySource"/> knows them.</summary>
/// <param name="Id">The source's id, which never changes.</param>
/// <param name="UserName">The name.</param>
public sealed record SourceUser(string Id, string UserName)
{
    /// <summary>For people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The parts of the person's name.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Further attributes for access control.</summary>
    public ValueList<UserAttribute> Attributes { get; init; } = ValueList<UserAttribute>.Empty;

    /// <summary>The names of the groups the person is in; those that are no directory groups are passed over. <see langword="null"/> where groups are managed here.</summary>
    public ValueList<string>? Groups { get; init; }
}
