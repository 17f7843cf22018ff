namespace IamCore.Policies.Linting.Catalog;

/// <summary>What an action does to resources (VA-203).</summary>
public enum AccessLevel : byte
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>Names resources.</summary>
    List,

    /// <summary>Reads what they hold.</summary>
    Read,

    /// <summary>Makes, changes or removes them.</summary>
    Write,

    /// <summary>Changes tags only.</summary>
    Tagging,

    /// <summary>Changes who may do what.</summary>
    PermissionsManagement,
}
