using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>
/// Creates a service's role unless the account already has it. Services use it to provide for themselves (ID-130). The result is the role.
/// </summary>
/// <param name="AWSServiceName">The service principal, as registered with the directory.</param>
public sealed record EnsureServiceLinkedRole(string AWSServiceName) : IamChange<IamRole>
{
    /// <inheritdoc />
    public override string Action => ServiceLinkedRoles.CreateAction;

    internal override void Validate(ParameterCheck check) => new CreateServiceLinkedRole(AWSServiceName).Validate(check);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServiceLinkedRoles.AuthorizeCreationAsync(work, AWSServiceName, null);

    internal override async ValueTask<IamRole> ApplyAsync(AdministrationWork work)
    {
        var template = ServiceLinkedRoles.TemplateOf(work, AWSServiceName);
        var existing = template is null ? null : await NamedKind.Role.FindAsync<IamRole>(work, ServiceLinkedRoles.NameOf(template, null)).ConfigureAwait(false);
        return existing is { Owner: RoleOwner.Service } && existing.Path == ServiceLinkedRoles.PathOf(AWSServiceName)
            ? existing : await new CreateServiceLinkedRole(AWSServiceName).ApplyAsync(work).ConfigureAwait(false);
    }
}
