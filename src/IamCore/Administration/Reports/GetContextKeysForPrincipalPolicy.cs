namespace IamCore.Administration.Reports;

/// <summary>Returns the context keys that an identity's stored policies refer to, in lower case and ordinal order (ID-268).</summary>
/// <param name="PolicySourceArn">The ARN of the user, group or role.</param>
public sealed record GetContextKeysForPrincipalPolicy(string PolicySourceArn) : IamQuery<ValueList<string>>
{
    internal override void Validate(ParameterCheck check) => IdentityArns.Check(check, PolicySourceArn, nameof(PolicySourceArn));

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = PolicySourceArn });

    internal override async ValueTask<ValueList<string>> ApplyAsync(AdministrationWork work) =>
        Simulations.KeysOf((await Simulations.GetAsync(work, PolicySourceArn, "ID-268").ConfigureAwait(false)).Policies);
}
