namespace IamCore.Federation;

/// <summary>Identifies the provider whose keys are requested.</summary>
/// <param name="Url">The issuer's URL: <c>https://</c> and the name of the provider.</param>
/// <param name="Thumbprints">
/// The registered certificate thumbprints, 40 hexadecimal digits each, for hosts that check them; may be empty (ID-174).
/// </param>
public sealed record OidcKeyRequest(string Url, ValueList<string> Thumbprints);
