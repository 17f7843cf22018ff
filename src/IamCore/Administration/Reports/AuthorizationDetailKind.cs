namespace IamCore.Administration.Reports;

/// <summary>The kinds of object that <see cref="GetAccountAuthorizationDetails"/> can return.</summary>
public enum AuthorizationDetailKind : byte
{
    /// <summary>Users with groups, policies, boundary and tags.</summary>
    User,

    /// <summary>Groups with policies.</summary>
    Group,

    /// <summary>Roles with trust policy, policies, boundary, tags and instance profiles.</summary>
    Role,

    /// <summary>Customer managed policies with all versions.</summary>
    LocalManagedPolicy,

    /// <summary>Predefined policies that the account uses.</summary>
    AWSManagedPolicy,
}
