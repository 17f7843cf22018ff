namespace IamCore.Credentials;

/// <summary>A tag of a session (ST-015).</summary>
/// <param name="Key">The key; no two of a session differ in letter case only.</param>
/// <param name="Value">The value.</param>
/// <param name="IsTransitive">Whether sessions made from this one have it too (ST-047).</param>
public readonly record struct SessionTag(string Key, string Value, bool IsTransitive = false);
