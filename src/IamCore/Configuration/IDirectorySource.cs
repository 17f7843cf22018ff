namespace IamCore.Configuration;

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
