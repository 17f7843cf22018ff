using System.Diagnostics;

namespace IamCore.Policies;

/// <summary>The names of policy types in scenario files and reports.</summary>
public static class PolicyTypeNames
{
    /// <summary>For example <c>permissionsBoundary</c>.</summary>
    public static string GetName(this PolicyType type) => type switch
    {
        PolicyType.Identity => "identity",
        PolicyType.PermissionsBoundary => "permissionsBoundary",
        PolicyType.Session => "session",
        PolicyType.Resource => "resource",
        PolicyType.ServiceControl => "serviceControl",
        PolicyType.ResourceControl => "resourceControl",
        PolicyType.VpcEndpoint => "vpcEndpoint",
        PolicyType.Trust => "trust",
        _ => throw new UnreachableException(),
    };

    /// <summary>The types in a set, in the order of EV-110.</summary>
    public static ValueList<PolicyType> ToList(this PolicyTypes types)
    {
        var list = new List<PolicyType>();
        for (var type = PolicyType.Identity; type <= PolicyType.Trust; type++)
        {
            if (((int)types & (1 << (int)type)) != 0)
            {
                list.Add(type);
            }
        }

        return [.. list];
    }
}
