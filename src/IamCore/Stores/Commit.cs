namespace IamCore.Stores;

/// <summary>A committed revision of a directory, as reported by <see cref="IDirectoryWatch"/>.</summary>
/// <param name="Revision">The revision: that of the previous commit plus 1.</param>
/// <param name="Changes">The changed objects: at least one, each once.</param>
public sealed record Commit(long Revision, ValueList<ObjectChange> Changes);
