namespace IamCore.Model;

/// <summary>What a user represents (ID-014).</summary>
public enum UserKind : byte
{
    /// <summary>Not specified.</summary>
    Unspecified,

    /// <summary>A person.</summary>
    Human,

    /// <summary>An application.</summary>
    Workload,
}
