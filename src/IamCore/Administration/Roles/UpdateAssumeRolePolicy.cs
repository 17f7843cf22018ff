using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>
/// Replaces a role's trust policy as a whole; existing sessions continue (ID-114). The result is the role with the validator's findings.
/// </summary>
/// <param name="RoleName">The name, ignoring case.</param>
/// <param name="PolicyDocument">The new trust policy (ID-110).</param>
public sealed record UpdateAssumeRolePolicy(string RoleName, string PolicyDocument) : IamChange<SaveResult<IamRole>>
{
    internal override void Validate(ParameterCheck check)
    {
        NamedKind.Role.Check(check, RoleName);
        check.Document(PolicyDocument, nameof(PolicyDocument));
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => RoleRules.AuthorizeAsync(work, Action, RoleName);

    internal override async ValueTask<SaveResult<IamRole>> ApplyAsync(AdministrationWork work)
    {
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-114").ConfigureAwait(false);
        CheckRevision(role);
        IdentityRules<IamRole>.CheckModifiable(role, "ID-126");
        var trust = new PolicyText(PolicyDocument);
        TrustPolicyRules.CheckSize(work, trust);
        var (stored, findings) = await TrustPolicyRules.CheckAsync(work, trust).ConfigureAwait(false);
        var changed = role with { TrustPolicy = stored };
        if (changed != role)
        {
            work.Put(changed);
        }

        return new(changed with { TrustPolicy = trust }, findings);
    }
}
