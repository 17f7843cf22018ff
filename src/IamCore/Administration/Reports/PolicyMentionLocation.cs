namespace IamCore.Administration.Reports;

/// <summary>The element of a statement that names an object.</summary>
public enum PolicyMentionLocation : byte
{
    /// <summary><c>Principal</c> or <c>NotPrincipal</c>.</summary>
    Principal,

    /// <summary><c>Resource</c> or <c>NotResource</c>.</summary>
    Resource,

    /// <summary>A value in <c>Condition</c>.</summary>
    Condition,

    /// <summary>None: the document cannot be read, so it is unknown what it names.</summary>
    Unreadable,
}
