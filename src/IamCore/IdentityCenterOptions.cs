using IamCore.Configuration;
using IamCore.Model;

namespace IamCore;

/// <summary>How users of Identity Center are authenticated other than by its own directory (ST-135).</summary>
public sealed record IdentityCenterOptions
{
    /// <summary>
    /// Authenticates users of instances whose identity source is <see cref="IdentitySource.ExternalProvider"/>; without it, nobody can
    /// sign in there.
    /// </summary>
    public IExternalIdentityProvider? ExternalProvider { get; init; }

    /// <summary>
    /// Authenticates users of instances whose identity source is <see cref="IdentitySource.DirectorySource"/>; without it, nobody can
    /// sign in there.
    /// </summary>
    public IDirectorySource? DirectorySource { get; init; }
}
