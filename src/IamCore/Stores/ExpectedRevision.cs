using IamCore.Model;

namespace IamCore.Stores;

/// <summary>The revision an object must have when the change set is committed.</summary>
/// <param name="Key">The object.</param>
/// <param name="Revision">Its revision; 0 where it must not be there.</param>
public readonly record struct ExpectedRevision(ObjectKey Key, long Revision);
