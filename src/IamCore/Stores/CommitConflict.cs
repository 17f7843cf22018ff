namespace IamCore.Stores;

/// <summary>Why a change set was not committed.</summary>
public enum CommitConflict : byte
{
    /// <summary>Unknown.</summary>
    Unknown,

    /// <summary>An object has a different revision than expected, exists although it must not, or no longer exists.</summary>
    Revision,

    /// <summary>Another object holds one of the unique keys.</summary>
    UniqueKey,

    /// <summary>A reference would lose its target.</summary>
    Reference,

    /// <summary>A count limit would be exceeded.</summary>
    Limit,

    /// <summary>No conflict: the change set was committed.</summary>
    None,
}
