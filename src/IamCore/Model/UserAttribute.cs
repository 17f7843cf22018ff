namespace IamCore.Model;

/// <summary>An attribute of a user.</summary>
/// <param name="Path">Where it stands, for example <c>enterprise.department</c>; case-sensitive.</param>
/// <param name="Value">The value.</param>
public sealed record UserAttribute(string Path, string Value);
