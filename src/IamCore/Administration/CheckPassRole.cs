using IamCore.Errors;
using IamCore.Model;
using IamCore.Policies.Linting;

namespace IamCore.Administration;

/// <summary>
/// Checks whether the caller may pass a role to a service. A host runs this whenever one of its own operations accepts a role for later use
/// (ID-248). The result lists the doubts: <c>RoleDoesNotTrustService</c> if the role's trust policy would reject the service (ID-253).
/// </summary>
/// <param name="RoleArn">The ARN of the role. It must belong to the caller's own account (ID-249).</param>
/// <param name="PassedToService">The service principal that will assume the role, for example <c>reports.example.com</c>.</param>
/// <exception cref="IamException"><c>AccessDenied</c>: the caller may not pass the role, or it belongs to another account.</exception>
public sealed record CheckPassRole(string RoleArn, string PassedToService) : IamQuery<ValueList<PolicyFinding>>
{
    /// <summary>The ARN of the resource the role is for; <see langword="null"/> if the host does not specify one.</summary>
    public string? AssociatedResourceArn { get; init; }

    /// <inheritdoc />
    public override string Action => RolePassing.Action;

    internal override void Validate(ParameterCheck check)
    {
        SessionInput.RoleArn(check, RoleArn);
        check.Require(Principal.TryService(PassedToService, out _), nameof(PassedToService), "must be a service principal", "ID-248");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work)
    {
        CheckAccount(work);
        return work.CheckAsync(RolePassing.CheckOf(RoleArn, RoleArn, PassedToService, AssociatedResourceArn));
    }

    internal override async ValueTask<ValueList<PolicyFinding>> ApplyAsync(AdministrationWork work)
    {
        CheckAccount(work);
        var name = RoleArn[(RoleArn.LastIndexOf('/') + 1)..];
        var role = await NamedKind.Role.FindAsync<IamRole>(work, name).ConfigureAwait(false);
        if (role is null || role.Arn != RoleArn)
        {
            throw IamErrors.Missing(NamedKind.Role.Noun, name, "ID-248");
        }

        return RolePassing.Trusts(role, PassedToService, work.Now)
            ? ValueList<PolicyFinding>.Empty
            : [new("RoleDoesNotTrustService", FindingType.Warning, $"The trust policy of the role {role.Name} would refuse the service {PassedToService}", "$")];
    }

    /// <summary>
    /// Rejects a role of another account before any policy is evaluated: passing never crosses accounts (ID-249, ID-070).
    /// </summary>
    private void CheckAccount(AdministrationWork work)
    {
        if (!Arn.TryParse(RoleArn, out var arn) || !arn.Account.SequenceEqual(work.Account.Id) || !arn.Partition.SequenceEqual(work.Partition))
        {
            throw new IamException(IamErrorCode.AccessDenied, "Cross-account pass role is not allowed.", "ID-249");
        }
    }
}
