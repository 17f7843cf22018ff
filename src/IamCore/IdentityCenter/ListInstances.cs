using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>Lists the instances that the account owns or administers, its own first.</summary>
public sealed record ListInstances : IamQuery<ValueList<IdentityCenterInstance>>
{
    /// <inheritdoc />
    public override string Action => "sso:ListInstances";

    internal override IamException MapError(IamException error) => IdentityCenterErrors.Map(error);

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ValueList<IdentityCenterInstance>> ApplyAsync(AdministrationWork work) => [.. await CenterAccess.ReachableAsync(work).ConfigureAwait(false)];
}
