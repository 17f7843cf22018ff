namespace IamCore.Administration.Reports;

/// <summary>
/// Simulates what a user, group or role is allowed by its stored policies. The result has a decision for each action and resource
/// (ID-268).
/// </summary>
/// <param name="PolicySourceArn">The ARN of the user, group or role.</param>
/// <param name="ActionNames">The actions to simulate.</param>
/// <example>
/// <code>
/// var results = await account.ExecuteAsync(
///     new SimulatePrincipalPolicy("arn:aws:iam::123456789012:user/alice", ["documents:Read", "documents:Delete"])
///     {
///         ResourceArns = ["arn:aws:documents:::document/7"],
///     },
///     cancellationToken);
/// foreach (var result in results)
/// {
///     Console.WriteLine($"{result.Action}: {result.Decision}");
/// }
/// </code>
/// </example>
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
