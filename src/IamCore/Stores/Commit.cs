namespace IamCore;

/// <summary>One revision of a directory, as a watch tells of it.</summary>
/// <param name="Revision">The revision, one more than that of the commit before.</param>
/// <param name="Changes">The objects changed, at least one, none twice.</param>
public sealed record Commit(long Revision, ValueList<ObjectChange> Changes);

/// <summary>One object changed in a commit.</summary>
/// <param name="Key">The object.</param>
/// <param name="Type">What became of it.</param>
public readonly record struct ObjectChange(ObjectKey Key, ChangeType Type);

/// <summary>What became of an object.</summary>
public enum ChangeType : byte
{
    /// <summary>It came into being or changed.</summary>
    Put,

    /// <summary>It is gone.</summary>
    Delete,
}
