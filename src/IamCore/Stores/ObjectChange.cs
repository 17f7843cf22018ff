using IamCore.Model;

namespace IamCore.Stores;

/// <summary>The change of one object in a commit.</summary>
/// <param name="Key">The object.</param>
/// <param name="Type">How it changed.</param>
public readonly record struct ObjectChange(ObjectKey Key, ChangeType Type);
