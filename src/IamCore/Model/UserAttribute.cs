namespace IamCore.Model;

/// <summary>An attribute of an Identity Center user.</summary>
/// <param name="Path">The path of the attribute, for example <c>enterprise.department</c>; case-sensitive.</param>
/// <param name="Value">The value.</param>
public sealed record UserAttribute(string Path, string Value);
