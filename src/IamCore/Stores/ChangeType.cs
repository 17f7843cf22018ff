namespace IamCore.Stores;

/// <summary>How an object changed.</summary>
public enum ChangeType : byte
{
    /// <summary>The object was added or replaced.</summary>
    Put,

    /// <summary>The object was deleted.</summary>
    Delete,
}
