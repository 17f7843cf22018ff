namespace IamCore.Signing;

/// <summary>The end point that signatures are made for and verified at: region, service and the service's peculiarities.</summary>
public sealed class SigningEndpoint
{
    /// <summary>An end point of a service with the usual rules.</summary>
    /// <param name="region">The region, lower case, for example <c>us-east-1</c>.</param>
    /// <param name="service">The service, lower case, for example <c>docs</c>.</param>
    /// <exception cref="ArgumentException">A name is empty or has characters outside of <c>[a-z0-9-_.]</c>.</exception>
    public SigningEndpoint(string region, string service)
    {
        Region = Checked(region, nameof(region));
        Service = Checked(service, nameof(service));
    }

    /// <summary>The region of the credential scope.</summary>
    public string Region { get; }

    /// <summary>The service of the credential scope.</summary>
    public string Service { get; }

    /// <summary>Whether paths are signed as sent, presigned bodies are not signed and clocks may differ by 15 minutes, as with S3 (CR-084,
    /// CR-093, CR-096).</summary>
    public bool IsS3Like { get; init; }

    /// <summary>Whether <c>UNSIGNED-PAYLOAD</c> is accepted in <c>x-amz-content-sha256</c> (CR-088).</summary>
    public bool AcceptsUnsignedPayload { get; init; }

    /// <summary>Whether the session token may stand outside of what is signed (CR-092).</summary>
    public bool AcceptsUnsignedToken { get; init; }

    /// <summary>How far a request's time may be from now (CR-096).</summary>
    /// <value>5 minutes, of S3-like services 15; from 0 to 15 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value set is negative or over 15 minutes.</exception>
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

    /// <summary>Whether a refusal for a wrong signature tells the canonical request and the string to sign (CR-100). For development.</summary>
    /// <value>False.</value>
    public bool ExposeCanonicalRequest { get; init; }

    /// <summary>Service and region.</summary>
    public override string ToString() => $"{Service}/{Region}";

    private static string Checked(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        foreach (var c in name)
        {
            if (!(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.'))
            {
                throw new ArgumentException($"\"{name}\" may only have lower-case letters, digits, -, _ and .", parameter);
            }
        }

        return name;
    }
}
