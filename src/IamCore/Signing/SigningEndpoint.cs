namespace IamCore.Signing;

/// <summary>The endpoint for which requests are signed and verified: region, service and special rules of the service.</summary>
/// <example>
/// <code>
/// var endpoint = new SigningEndpoint("us-east-1", "docs") { AllowedSkew = TimeSpan.FromMinutes(2) };
/// </code>
/// </example>
public sealed class SigningEndpoint
{
    /// <summary>Creates an endpoint of a service with the usual rules.</summary>
    /// <param name="region">The region in lower case, for example <c>us-east-1</c>.</param>
    /// <param name="service">The service in lower case, for example <c>docs</c>.</param>
    /// <exception cref="ArgumentException">A name is empty or contains characters other than <c>[a-z0-9-_.]</c>.</exception>
    public SigningEndpoint(string region, string service)
    {
        Region = Checked(region, nameof(region));
        Service = Checked(service, nameof(service));
    }

    /// <summary>The region of the credential scope.</summary>
    public string Region { get; }

    /// <summary>The service of the credential scope.</summary>
    public string Service { get; }

    /// <summary>
    /// Whether the rules of S3 apply: paths are signed as sent, presigned bodies are not signed, and clocks may differ by 15 minutes
    /// (CR-084, CR-093, CR-096).
    /// </summary>
    /// <value><see langword="false"/></value>
    public bool IsS3Like { get; init; }

    /// <summary>
    /// Whether <c>UNSIGNED-PAYLOAD</c> is accepted in <c>x-amz-content-sha256</c>, so that bodies need not be signed (CR-088).
    /// </summary>
    /// <value><see langword="false"/></value>
    public bool AcceptsUnsignedPayload { get; init; }

    /// <summary>Whether the session token need not be part of the signed request (CR-092).</summary>
    /// <value><see langword="false"/></value>
    public bool AcceptsUnsignedToken { get; init; }

    /// <summary>The maximum difference between the time of a request and the current time, from 0 to 15 minutes (CR-096).</summary>
    /// <value>5 minutes; 15 minutes for S3-like services.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or greater than 15 minutes.</exception>
    public TimeSpan AllowedSkew
    {
        get => field >= TimeSpan.Zero ? field : TimeSpan.FromMinutes(IsS3Like ? 15 : 5);
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromMinutes(15));
            field = value;
        }
    } = TimeSpan.MinValue;

    /// <summary>
    /// Whether errors about wrong signatures contain the canonical request and the string to sign (CR-100). For development only.
    /// </summary>
    /// <value><see langword="false"/></value>
    public bool ExposeCanonicalRequest { get; init; }

    /// <summary>Returns the service and region.</summary>
    /// <returns>The service and region, separated by a slash.</returns>
    public override string ToString() => $"{Service}/{Region}";

    private static string Checked(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        foreach (var c in name)
        {
            if (!(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.'))
            {
                throw new ArgumentException($"\"{name}\" may contain only lower-case letters, digits, -, _ and .", parameter);
            }
        }

        return name;
    }
}
