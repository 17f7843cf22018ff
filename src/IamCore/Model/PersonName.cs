namespace IamCore.Model;

/// <summary>The parts of a person's name.</summary>
/// <param name="GivenName">The given name.</param>
/// <param name="FamilyName">The family name.</param>
public sealed record PersonName(string? GivenName, string? FamilyName);
