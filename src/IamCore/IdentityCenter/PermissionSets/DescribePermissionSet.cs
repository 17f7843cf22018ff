using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Returns a permission set.</summary>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
public sealed record DescribePermissionSet(string PermissionSetArn) : IdentityCenterQuery<PermissionSet>, ICenterOperation
{
    /// <inheritdoc />
    public override string Action => "sso:DescribePermissionSet";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    internal override void Validate(ParameterCheck check) => PermissionSetRules.CheckArn(check, PermissionSetArn);

    internal override async ValueTask<PermissionSet> ApplyAsync(AdministrationWork work) =>
        await PermissionSetRules.GetAsync(work, await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false), PermissionSetArn).ConfigureAwait(false);
}
