namespace IamCore.Administration.Reports;

/// <summary>Simulates requests for every pair of actions and resources. Simulations are not recorded as access (ID-268).</summary>
public abstract record SimulatePolicies : IamQuery<ValueList<SimulationResult>>
{
    private protected SimulatePolicies(ValueList<string> actionNames, ValueList<string>? policyInputList = null)
    {
        ActionNames = actionNames;
        PolicyInputList = policyInputList ?? ValueList<string>.Empty;
    }

    /// <summary>The actions to simulate, for example <c>docs:Read</c>; at least one.</summary>
    public ValueList<string> ActionNames { get; init; }

    /// <summary>The ARNs of the resources.</summary>
    /// <value><c>*</c></value>
    public ValueList<string> ResourceArns { get; init; } = ValueList<string>.Empty;

    /// <summary>Additional identity policies, as JSON.</summary>
    public ValueList<string> PolicyInputList { get; init; }

    /// <summary>A permissions boundary to use instead of the stored one; at most one.</summary>
    public ValueList<string> PermissionsBoundaryPolicyInputList { get; init; } = ValueList<string>.Empty;

    /// <summary>The policy of the resource itself, as JSON; <see langword="null"/> for none.</summary>
    public string? ResourcePolicy { get; init; }

    /// <summary>The context keys of the simulated request.</summary>
    public IRequestContext Context { get; init; } = RequestContext.Empty;

    internal override void Validate(ParameterCheck check)
    {
        check.Require(ActionNames.Count > 0, nameof(ActionNames), "is required", "ID-268");
        foreach (var action in ActionNames)
        {
            check.Require(ActionName.TryParse(action, out _), nameof(ActionNames), "must be actions, for example iam:GetUser", "ID-268");
        }

        foreach (var resource in ResourceArns)
        {
            check.Require(ResourceName.TryParse(resource, out _), nameof(ResourceArns), "must be ARNs or *", "ID-268");
        }

        check.Require(PermissionsBoundaryPolicyInputList.Count <= 1, nameof(PermissionsBoundaryPolicyInputList), "must be one policy at most", "ID-268");
    }

    private protected ValueList<SimulationResult> Simulate(AdministrationWork work, SimulatedIdentity who)
    {
        var policies = who.Policies with
        {
            Identity = Simulations.With(who.Policies.Identity, Simulations.Compile(PolicyType.Identity, PolicyInputList, "PolicyInputList")),
            PermissionsBoundary = Simulations.Compile(PolicyType.PermissionsBoundary, PermissionsBoundaryPolicyInputList, "PermissionsBoundaryPolicyInputList")
                ?? who.Policies.PermissionsBoundary,
            Resource = ResourcePolicy is null ? null : Simulations.Compile(PolicyType.Resource, [ResourcePolicy], nameof(ResourcePolicy)),
        };
        var results = new List<SimulationResult>();
        foreach (var action in ActionNames)
        {
            foreach (var resource in ResourceArns.Count == 0 ? ["*"] : ResourceArns)
            {
                var request = Simulations.RequestOf(work, who, ActionName.Parse(action), ResourceName.Parse(resource), Context);
                var explained = PolicyEvaluator.Explain(in request, in policies);
                results.Add(new(action, resource, explained.Decision.Decision, explained.Matched, explained.MissingContext));
            }
        }

        return [.. results];
    }
}
