using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>Returns an instance with its settings.</summary>
public sealed record DescribeInstance : IdentityCenterQuery<IdentityCenterInstance>
{
    /// <inheritdoc />
    public override string Action => "sso:DescribeInstance";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask<IdentityCenterInstance> ApplyAsync(AdministrationWork work) => CenterAccess.GetAsync(work, InstanceArn);
}
