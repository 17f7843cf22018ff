using IamCore.Configuration;

namespace IamCore.Model;

/// <summary>Where the users of an instance prove who they are (ST-135).</summary>
public enum IdentitySource : byte
{
    /// <summary>In the instance's own directory, with a password.</summary>
    Directory,

    /// <summary>At an identity provider that the host asks, see <see cref="IExternalIdentityProvider"/>.</summary>
    ExternalProvider,

    /// <summary>At a directory of the host's, see <see cref="IDirectorySource"/>.</summary>
    DirectorySource,
}
