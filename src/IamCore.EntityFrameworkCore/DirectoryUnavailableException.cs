namespace IamCore.EntityFrameworkCore;

/// <summary>The database does not answer, and what was read before is too old or not enough: no decision can be made. It passes by itself when the database is back.</summary>
/// <param name="message">One sentence.</param>
/// <param name="innerException">What the database driver said.</param>
public sealed class DirectoryUnavailableException(string message, Exception? innerException = null) : IOException(message, innerException);
