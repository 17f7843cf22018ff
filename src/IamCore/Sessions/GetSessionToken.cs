namespace IamCore.Sessions;

/// <summary>
/// The parameters of <see cref="SecurityTokenService.GetSessionTokenAsync"/>: temporary credentials for the calling user or root itself
/// (ST-076 to ST-079).
/// </summary>
public sealed record GetSessionToken
{
    /// <summary>The duration of the session in seconds (900–129600). For root, anything above 3600 is reduced to 3600 (ST-078).</summary>
    /// <value>43200; for root 3600</value>
    public int? DurationSeconds { get; init; }

    /// <summary>The serial number of a TOTP device of the caller; <see langword="null"/> without MFA.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The current code of that device; required with <see cref="SerialNumber"/>.</summary>
    public string? TokenCode { get; init; }

    /// <summary>Returns the name of the operation and no codes (CR-107).</summary>
    public override string ToString() => nameof(GetSessionToken);
}
