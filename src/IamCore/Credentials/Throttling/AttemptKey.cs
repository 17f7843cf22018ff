namespace IamCore.Credentials.Throttling;

/// <summary>Identifies what attempts are counted for.</summary>
/// <param name="Kind">A principal, a device or a source.</param>
/// <param name="Account">The account; the default value for sources.</param>
/// <param name="Name">
/// The user name in lower case, whether or not there is such a user; the serial number of a device; or the source as reported by the
/// host.
/// </param>
public readonly record struct AttemptKey(AttemptKind Kind, AccountId Account, string Name);
