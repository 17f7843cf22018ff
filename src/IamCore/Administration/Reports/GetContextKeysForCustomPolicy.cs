namespace IamCore.Administration.Reports;

/// <summary>Returns the context keys that policies which are not stored refer to, in lower case and ordinal order (ID-268).</summary>
/// <param name="PolicyInputList">The identity policies, as JSON.</param>
public sealed record GetContextKeysForCustomPolicy(ValueList<string> PolicyInputList) : IamQuery<ValueList<string>>
{
    internal override void Validate(ParameterCheck check) => check.Require(PolicyInputList.Count > 0, nameof(PolicyInputList), "is required", "ID-268");

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<ValueList<string>> ApplyAsync(AdministrationWork work) =>
        new(Simulations.KeysOf(new ApplicablePolicies { Identity = [Simulations.Compile(PolicyType.Identity, PolicyInputList, nameof(PolicyInputList))!], ServiceControl = [] }));
}
