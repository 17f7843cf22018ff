namespace IamCore.EntityFrameworkCore;

/// <summary>
/// The database is unavailable, and cached data are too old or insufficient, so that no decision can be made. Retry later: the store
/// recovers by itself.
/// </summary>
/// <param name="message">What failed, in one sentence.</param>
/// <param name="innerException">The exception of the database driver.</param>
public sealed class DirectoryUnavailableException(string message, Exception? innerException = null) : IOException(message, innerException);
