namespace IamCore.Stores;

/// <summary>What became of an object.</summary>
public enum ChangeType : byte
{
    /// <summary>It came into being or changed.</summary>
    Put,

    /// <summary>It is gone.</summary>
    Delete,
}
