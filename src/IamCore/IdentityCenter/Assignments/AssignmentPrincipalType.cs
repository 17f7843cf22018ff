namespace IamCore.IdentityCenter.Assignments;

/// <summary>The type of principal an assignment is for.</summary>
public enum AssignmentPrincipalType : byte
{
    /// <summary>Not specified.</summary>
    None,

    /// <summary>A directory user.</summary>
    User,

    /// <summary>A directory group.</summary>
    Group,
}
