namespace IamCore.Credentials.Passwords;

/// <summary>Turns passwords into what is stored of them, and compares (CR-104). Implementations are safe for any number of threads.</summary>
public interface IPasswordHasher
{
    /// <summary>A salted hash that names its algorithm and parameters; each call gives another one.</summary>
    string Hash(ReadOnlySpan<char> password);

    /// <summary>Compares a password with a stored hash, in time that does not tell how near it came (CR-109). A hash of a form not known matches nothing.</summary>
    PasswordMatch Verify(ReadOnlySpan<char> password, string storedHash);
}
