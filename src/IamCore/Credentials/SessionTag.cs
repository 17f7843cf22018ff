namespace IamCore.Credentials;

/// <summary>A session tag (ST-015).</summary>
/// <param name="Key">The key, unique in the session ignoring case.</param>
/// <param name="Value">The value.</param>
/// <param name="IsTransitive">Whether sessions created from this one inherit the tag (ST-047).</param>
public readonly record struct SessionTag(string Key, string Value, bool IsTransitive = false);
