namespace IamCore.Configuration;

/// <summary>
/// A directory of the host, such as an enterprise directory, that authenticates users by password. Users are created or updated in
/// Identity Center when they
/// sign in. Implementations must be safe for concurrent use.
/// </summary>
public interface IDirectorySource
{
    /// <summary>Verifies a user name and password. The duration must not reveal how close the password was.</summary>
    /// <param name="userName">The user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The user; <see langword="null"/> if the user name or password is wrong.</returns>
    ValueTask<SourceUser?> AuthenticateAsync(string userName, string password, CancellationToken cancellationToken);
}
