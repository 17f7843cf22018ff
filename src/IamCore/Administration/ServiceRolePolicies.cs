using IamCore.Configuration;
using IamCore.Predefined;

namespace IamCore.Administration;

/// <summary>The permissions of the services' own roles, as predefined policies (ID-128).</summary>
internal static class ServiceRolePolicies
{
    /// <summary>Returns the permissions as a predefined policy that cannot be attached to anything else (ID-128).</summary>
    public static PredefinedPolicy PolicyOf(ServiceLinkedRoleTemplate template) => new()
    {
        Name = $"{template.ServiceShortName}ServiceRolePolicy",
        Path = ReservedPaths.ServiceLinked,
        Description = template.Description,
        Document = template.PolicyDocument,
        IsAttachable = false,
    };

    /// <summary>Returns the predefined policies together with those of the services' roles.</summary>
    public static PredefinedPolicies WithServices(PredefinedPolicies policies, ValueList<RegisteredService> services)
    {
        var added = new List<PredefinedPolicy>();
        foreach (var service in services)
        {
            if (service.ServiceLinkedRole is { } template)
            {
                added.Add(PolicyOf(template));
            }
        }

        return added.Count == 0 ? policies : policies.With([.. added]);
    }
}
