namespace IamCore.Model;

/// <summary>A registered security key or passkey (CR-058). Contains no secrets: the private key never leaves the device.</summary>
public sealed record FidoCredential
{
    /// <summary>The credential id in URL-safe Base64.</summary>
    public required string CredentialId { get; init; }

    /// <summary>The public key in COSE form, in Base64.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The last signature counter seen; 0 for devices without a counter.</summary>
    public uint SignCounter { get; init; }

    /// <summary>The model of the device (AAGUID); <see langword="null"/> if the device does not disclose it.</summary>
    public string? Aaguid { get; init; }

    /// <summary>
    /// The FIDO certification level found by the verifier, for example <c>L1plus</c>, available as the condition key
    /// <c>iam:FIDO-certification</c>;
    /// <see langword="null"/> if none.
    /// </summary>
    public string? Certification { get; init; }
}
