namespace IamCore.Administration.Reports;

/// <summary>Asks what a user, group or role would be allowed by what is stored about it (ID-268).</summary>
/// <param name="PolicySourceArn">The user, group or role.</param>
/// <param name="ActionNames">The actions.</param>
public sealed record SimulatePrincipalPolicy(string PolicySourceArn, ValueList<string> ActionNames) : SimulatePolicies(ActionNames)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        IdentityArns.Check(check, PolicySourceArn, nameof(PolicySourceArn));
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = PolicySourceArn });

    internal override async ValueTask<ValueList<SimulationResult>> ApplyAsync(AdministrationWork work) =>
        Simulate(work, await Simulations.GetAsync(work, PolicySourceArn, "ID-268").ConfigureAwait(false));
}
