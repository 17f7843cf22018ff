using IamCore.Configuration;
using IamCore.Model;

namespace IamCore;

/// <summary>Where users of Identity Center prove who they are, other than in its own directory (ST-135).</summary>
public sealed record IdentityCenterOptions
{
    /// <summary>Asked by instances whose source is <see cref="IdentitySource.ExternalProvider"/>; without one nobody signs in there.</summary>
    public IExternalIdentityProvider? ExternalProvider { get; init; }

    /// <summary>Asked by instances whose source is <see cref="IdentitySource.DirectorySource"/>; without one nobody signs in there.</summary>
    public IDirectorySource? DirectorySource { get; init; }
}
