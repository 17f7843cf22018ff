namespace IamCore.Administration.Policies;

/// <summary>Reads a managed policy, customer or predefined (ID-148).</summary>
/// <param name="PolicyArn">Its ARN.</param>
public sealed record GetPolicy(string PolicyArn) : IamQuery<PolicyDescription>
{
    internal override void Validate(ParameterCheck check) => check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<PolicyDescription> ApplyAsync(AdministrationWork work) =>
        await PolicyDescription.OfAsync(work, await ResolvedPolicy.GetAsync(work, PolicyArn, "ID-148").ConfigureAwait(false)).ConfigureAwait(false);
}
