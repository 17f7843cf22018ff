namespace IamCore.Model;

/// <summary>What is kept of a security key or passkey (CR-058). None of it is secret: the private key never leaves the device.</summary>
public sealed record FidoCredential
{
    /// <summary>The credential id in URL-safe Base64.</summary>
    public required string CredentialId { get; init; }

    /// <summary>The public key in COSE form, in Base64.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The last sign counter seen; 0 of devices that do not count.</summary>
    public uint SignCounter { get; init; }

    /// <summary>The model of the device, a GUID; <see langword="null"/> where it does not say.</summary>
    public string? Aaguid { get; init; }

    /// <summary>The FIDO certification level that the verifier found, for example <c>L1plus</c>: the condition key <c>iam:FIDO-certification</c>;
    /// <see langword="null"/> for none.</summary>
    public string? Certification { get; init; }
}
