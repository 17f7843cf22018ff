using IamCore.Model;

namespace IamCore.Stores;

/// <summary>One object changed in a commit.</summary>
/// <param name="Key">The object.</param>
/// <param name="Type">What became of it.</param>
public readonly record struct ObjectChange(ObjectKey Key, ChangeType Type);
