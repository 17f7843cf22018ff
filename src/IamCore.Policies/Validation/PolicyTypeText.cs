namespace IamCore.Policies.Validation;

/// <summary>Policy types in words, for messages.</summary>
internal static class PolicyTypeText
{
    public static string Of(PolicyType type) => type switch
    {
        PolicyType.Identity => "identity",
        PolicyType.PermissionsBoundary => "permissions boundary",
        PolicyType.Session => "session",
        PolicyType.Resource => "resource",
        PolicyType.ServiceControl => "service control",
        PolicyType.ResourceControl => "resource control",
        PolicyType.VpcEndpoint => "VPC endpoint",
        _ => "role trust",
    };
}
