namespace IamCore.Model;

/// <summary>A tag (ID-072).</summary>
/// <param name="Key">The key, 1 to 128 characters; whether case matters depends on the kind of object (ID-074).</param>
/// <param name="Value">The value, 0 to 256 characters, case-sensitive.</param>
public readonly record struct Tag(string Key, string Value);
