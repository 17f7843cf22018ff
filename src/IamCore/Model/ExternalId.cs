namespace IamCore.Model;

/// <summary>How another system knows a user or group.</summary>
/// <param name="Issuer">The system.</param>
/// <param name="Id">Its id, case-sensitive.</param>
public sealed record ExternalId(string Issuer, string Id);
