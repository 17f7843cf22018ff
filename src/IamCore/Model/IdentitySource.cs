using IamCore.Configuration;

namespace IamCore.Model;

/// <summary>How the users of an Identity Center instance are authenticated (ST-135).</summary>
public enum IdentitySource : byte
{
    /// <summary>By the instance's own directory, with a password.</summary>
    Directory,

    /// <summary>By an external identity provider, see <see cref="IExternalIdentityProvider"/>.</summary>
    ExternalProvider,

    /// <summary>By a directory of the host, see <see cref="IDirectorySource"/>.</summary>
    DirectorySource,
}
