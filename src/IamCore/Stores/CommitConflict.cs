namespace IamCore.Stores;

/// <summary>Why a change set was refused.</summary>
public enum CommitConflict : byte
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>An object has another revision than expected, is there though it must not be, or is gone.</summary>
    Revision,

    /// <summary>A unique key is held by another object.</summary>
    UniqueKey,

    /// <summary>A reference would have no target.</summary>
    Reference,

    /// <summary>A count would be exceeded.</summary>
    Limit,

    /// <summary>It was not refused.</summary>
    None,
}
