using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Administration.Reports;

/// <summary>
/// Simulates what policies would allow that are not stored (ID-268). The result has a decision for each action and resource.
/// </summary>
/// <param name="PolicyInputList">The identity policies, as JSON.</param>
/// <param name="ActionNames">The actions to simulate.</param>
public sealed record SimulateCustomPolicy(ValueList<string> PolicyInputList, ValueList<string> ActionNames) : SimulatePolicies(ActionNames, PolicyInputList)
{
    /// <summary>The ARN of the simulated caller.</summary>
    /// <value>A user of the account about whom nothing is stored.</value>
    public string? CallerArn { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.Require(CallerArn is null || Principal.TryParse(CallerArn, out _), nameof(CallerArn), "must be a principal", "ID-268");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ValueList<SimulationResult>> ApplyAsync(AdministrationWork work)
    {
        var account = await new PrincipalPolicyReader(work.Loader, work.Options.PredefinedPolicies).FindAccountAsync(work.AccountId, work.CancellationToken).ConfigureAwait(false);
        return Simulate(work, new(Principal.Parse(CallerArn ?? work.ArnOf("user/simulated")), "AIDASIMULATED", ValueList<Tag>.Empty, account!, new()));
    }
}
