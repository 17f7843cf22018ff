namespace IamCore.Policies.Linting.Catalog;

/// <summary>A condition key with values.</summary>
/// <param name="Key">The key.</param>
/// <param name="Values">Its values.</param>
public sealed record ContextValues(string Key, ValueList<string> Values);
