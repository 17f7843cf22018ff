namespace IamCore.Administration.Reports;

/// <summary>Where a statement names an object.</summary>
public enum PolicyMentionPlace : byte
{
    /// <summary><c>Principal</c> or <c>NotPrincipal</c>.</summary>
    Principal,

    /// <summary><c>Resource</c> or <c>NotResource</c>.</summary>
    Resource,

    /// <summary>A value in <c>Condition</c>.</summary>
    Condition,

    /// <summary>The document cannot be read, so what it names is not known.</summary>
    Unreadable,
}
