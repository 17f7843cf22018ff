using IamCore.Model;

namespace IamCore.Stores;

/// <summary>The revision that an object must have when a change set is committed.</summary>
/// <param name="Key">The object.</param>
/// <param name="Revision">Its revision; 0 if it must not exist.</param>
public readonly record struct ExpectedRevision(ObjectKey Key, long Revision);
