using IamCore.Administration;
using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>
/// Denies everything to the sessions of a role that were issued before a given time, however they were obtained (ST-103, ST-104). The
/// result is the role.
/// </summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
public sealed record RevokeRoleSessions(string RoleName) : IamCommand<IamRole>
{
    /// <summary>The time before which the affected sessions were issued, with millisecond precision.</summary>
    /// <value><see langword="null"/>: now.</value>
    public DateTimeOffset? Before { get; init; }

    /// <inheritdoc />
    public override string Action => "iam:PutRolePolicy";

    internal override void Validate(ParameterCheck check) => NamedKind.Role.Check(check, RoleName);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<IamRole>.CheckAsync(work, Action, RoleName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<IamRole> ApplyAsync(AdministrationWork work)
    {
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ST-103").ConfigureAwait(false);
        IdentityRules<IamRole>.CheckModifiable(role, "ST-103");
        var before = Before ?? work.Options.TimeProvider.GetUtcNow();
        var revoked = role with { InlinePolicies = InlinePolicies.With(role.InlinePolicies, CutOffPolicies.Revocation(before)) };
        work.Put(revoked);
        return revoked;
    }
}
