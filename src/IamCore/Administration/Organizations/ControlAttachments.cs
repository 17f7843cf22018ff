using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>The control policies attached to a node of the organization.</summary>
internal static class ControlAttachments
{
    public static async ValueTask<(ObjectKey Key, PolicyType Type)> GetPolicyAsync(AdministrationWork work, Organization organization, string id)
    {
        foreach (var predefined in work.Options.PredefinedPolicies.All)
        {
            if (predefined.Name == id && predefined.Type is PolicyType.ServiceControl or PolicyType.ResourceControl)
            {
                return (predefined.Key, predefined.Type);
            }
        }

        var policy = await ControlPolicyRules.GetAsync(work, organization, id).ConfigureAwait(false);
        return (policy.Key, policy.Type);
    }

    public static ValueList<ObjectKey> Of(OrganizationNode node, PolicyType type) =>
        type == PolicyType.ServiceControl ? node.ServiceControlPolicies : node.ResourceControlPolicies;

    public static OrganizationNode With(OrganizationNode node, PolicyType type, ValueList<ObjectKey> policies) =>
        type == PolicyType.ServiceControl ? node with { ServiceControlPolicies = policies } : node with { ResourceControlPolicies = policies };
}
