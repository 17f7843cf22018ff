namespace IamCore.Model;

/// <summary>What a user stands for (ID-014).</summary>
public enum UserKind : byte
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>A person.</summary>
    Human,

    /// <summary>An application.</summary>
    Workload,
}
