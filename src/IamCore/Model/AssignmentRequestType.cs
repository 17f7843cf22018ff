namespace IamCore.Model;

/// <summary>The type of an <see cref="AssignmentRequest"/>.</summary>
public enum AssignmentRequestType : byte
{
    /// <summary>No type.</summary>
    None,

    /// <summary>Creates an assignment.</summary>
    Create,

    /// <summary>Deletes an assignment.</summary>
    Delete,

    /// <summary>Updates the roles in the accounts from their permission set.</summary>
    Provision,
}
