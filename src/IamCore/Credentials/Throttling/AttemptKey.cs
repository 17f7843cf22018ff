namespace IamCore.Credentials.Throttling;

/// <summary>What attempts are counted for.</summary>
/// <param name="Kind">A principal, a device or a source.</param>
/// <param name="Account">The account; the default for sources.</param>
/// <param name="Name">The user's name in lower case whether there is such a user or not, the device's serial, or the source as the host gives it.</param>
public readonly record struct AttemptKey(AttemptKind Kind, AccountId Account, string Name);
