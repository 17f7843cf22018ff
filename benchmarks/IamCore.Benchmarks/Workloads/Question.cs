using IamCore.Policies;

namespace IamCore.Benchmarks.Workloads;

/// <summary>A request made ready, the policies that bear on it, and the answer it must get.</summary>
internal readonly struct Question(string name, AccessRequest request, ApplicablePolicies policies, Decision expected)
{
    /// <summary>The request.</summary>
    public readonly AccessRequest Request = request;

    /// <summary>The policies, compiled.</summary>
    public readonly ApplicablePolicies Policies = policies;

    /// <summary>The answer.</summary>
    public readonly Decision Expected = expected;

    /// <summary>Its name in the file.</summary>
    public readonly string Name = name;
}

/// <summary>The same request as text, as a host has it before it asks.</summary>
/// <param name="Principal">The principal's ARN.</param>
/// <param name="Action">The action.</param>
/// <param name="Resource">The resource's ARN.</param>
/// <param name="ResourceAccount">The owner's account.</param>
/// <param name="Context">The context keys: texts and booleans.</param>
internal sealed record QuestionText(
    string Principal, string Action, string Resource, string? ResourceAccount, KeyValuePair<string, ContextValue>[] Context)
{
    /// <summary>All that a host does for one question: the parts are read, the context is filled.</summary>
    /// <param name="principal">The principal, which a host makes once a caller; null: read it too.</param>
    public AccessRequest ToRequest(Principal? principal = null)
    {
        RequestContext? context = null;
        if (Context.Length > 0)
        {
            context = [];
            foreach (var (key, value) in Context)
            {
                context.Add(key, value);
            }
        }

        return new(
            principal ?? IamCore.Policies.Principal.Parse(Principal),
            ActionName.Parse(Action),
            ResourceName.Parse(Resource),
            context,
            ResourceAccount is null ? default : AccountId.Parse(ResourceAccount));
    }
}
