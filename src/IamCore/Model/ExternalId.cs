namespace IamCore.Model;

/// <summary>The id of a user or group in another system.</summary>
/// <param name="Issuer">The other system.</param>
/// <param name="Id">The id there, case-sensitive.</param>
public sealed record ExternalId(string Issuer, string Id);
