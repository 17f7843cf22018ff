namespace IamCore.Model;

/// <summary>A label on an object (ID-072).</summary>
/// <param name="Key">1 to 128 characters; which letter cases count as the same depends on the object (ID-074).</param>
/// <param name="Value">0 to 256 characters, case-sensitive.</param>
public readonly record struct Tag(string Key, string Value);
