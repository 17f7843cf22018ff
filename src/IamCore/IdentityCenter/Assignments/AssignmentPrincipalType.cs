namespace IamCore.IdentityCenter.Assignments;

/// <summary>What an assignment is for.</summary>
public enum AssignmentPrincipalType : byte
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>A directory user.</summary>
    User,

    /// <summary>A directory group.</summary>
    Group,
}
