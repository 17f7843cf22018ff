namespace IamCore;

/// <summary>Turns passwords into what is stored of them, and compares (CR-104). Implementations are safe for any number of threads.</summary>
public interface IPasswordHasher
{
    /// <summary>A salted hash that names its algorithm and parameters; each call gives another one.</summary>
    string Hash(ReadOnlySpan<char> password);

    /// <summary>Compares a password with a stored hash, in time that does not tell how near it came (CR-109). A hash of a form not known matches nothing.</summary>
    PasswordMatch Verify(ReadOnlySpan<char> password, string storedHash);
}

/// <summary>How a password compares with a stored hash. The default is not at all.</summary>
public enum PasswordMatch : byte
{
    /// <summary>It is another password.</summary>
    None,

    /// <summary>It is the password, but the hash was made with outdated parameters and should be made anew.</summary>
    Outdated,

    /// <summary>It is the password.</summary>
    Current,
}
