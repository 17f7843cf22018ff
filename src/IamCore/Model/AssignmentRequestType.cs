namespace IamCore.Model;

/// <summary>What an <see cref="AssignmentRequest"/> asks for.</summary>
public enum AssignmentRequestType : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>To make an assignment.</summary>
    Create,

    /// <summary>To end one.</summary>
    Delete,

    /// <summary>To bring roles up to date with their set.</summary>
    Provision,
}
