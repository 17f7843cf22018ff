namespace IamCore.Federation;

/// <summary>Whose keys are asked for.</summary>
/// <param name="Url">The issuer: <c>https://</c> and the provider's name.</param>
/// <param name="Thumbprints">What the account registered, for hosts that check certificates by them; 40 hexadecimal digits each, perhaps none (ID-174).</param>
public sealed record OidcKeyRequest(string Url, ValueList<string> Thumbprints);
