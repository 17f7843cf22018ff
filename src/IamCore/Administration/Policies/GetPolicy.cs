namespace IamCore.Administration.Policies;

/// <summary>Returns a managed policy, customer managed or predefined (ID-148).</summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record GetPolicy(string PolicyArn) : IamQuery<PolicyDescription>
{
    internal override void Validate(ParameterCheck check) => check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<PolicyDescription> ApplyAsync(AdministrationWork work) =>
        await PolicyDescription.OfAsync(work, await ResolvedPolicy.GetAsync(work, PolicyArn, "ID-148").ConfigureAwait(false)).ConfigureAwait(false);
}
