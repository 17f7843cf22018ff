namespace IamCore.Stores;

/// <summary>One revision of a directory, as a watch tells of it.</summary>
/// <param name="Revision">The revision, one more than that of the commit before.</param>
/// <param name="Changes">The objects changed, at least one, none twice.</param>
public sealed record Commit(long Revision, ValueList<ObjectChange> Changes);
