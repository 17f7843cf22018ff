namespace IamCore.Policies.Documents;

/// <summary>How policy types are written in messages and reports.</summary>
internal static class PolicyTypeSpelling
{
    /// <summary>The name of PL-010, for example <c>permissionsBoundary</c>.</summary>
    public static string Spelling(this PolicyType type) => type switch
    {
        PolicyType.Identity => "identity",
        PolicyType.PermissionsBoundary => "permissionsBoundary",
        PolicyType.Session => "session",
        PolicyType.Resource => "resource",
        PolicyType.ServiceControl => "serviceControl",
        PolicyType.ResourceControl => "resourceControl",
        PolicyType.VpcEndpoint => "vpcEndpoint",
        PolicyType.Trust => "trust",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
