namespace IamCore.Credentials.Passwords;

/// <summary>Hashes passwords and verifies them against stored hashes (CR-104). Implementations must be safe for concurrent use.</summary>
public interface IPasswordHasher
{
    /// <summary>Hashes a password with a new random salt.</summary>
    /// <param name="password">The password.</param>
    /// <returns>The hash, which names its algorithm and parameters.</returns>
    string Hash(ReadOnlySpan<char> password);

    /// <summary>
    /// Compares a password with a stored hash, in time that does not reveal how close it is (CR-109). A hash in an unknown format matches
    /// nothing.
    /// </summary>
    /// <param name="password">The password.</param>
    /// <param name="storedHash">The stored hash.</param>
    /// <returns>Whether the password matches, and whether the hash is outdated.</returns>
    PasswordMatch Verify(ReadOnlySpan<char> password, string storedHash);
}
