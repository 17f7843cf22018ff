using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>
/// Creates the role that a service owns in the account, from the service's template (ID-124). The result is the new role.
/// </summary>
/// <param name="AWSServiceName">The service principal, as registered with the directory.</param>
public sealed record CreateServiceLinkedRole(string AWSServiceName) : IamChange<IamRole>
{
    /// <summary>A description for people.</summary>
    /// <value>The description in the template.</value>
    public string? Description { get; init; }

    /// <summary>
    /// A suffix that distinguishes several roles of one service; <see langword="null"/> for none. Not every service supports one.
    /// </summary>
    public string? CustomSuffix { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        check.Require(!string.IsNullOrEmpty(AWSServiceName), nameof(AWSServiceName), "is required", "ID-124");
        check.RoleDescription(Description);
        if (CustomSuffix is not null)
        {
            check.Name(CustomSuffix, nameof(CustomSuffix), 64, "ID-124");
        }
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServiceLinkedRoles.AuthorizeCreationAsync(work, AWSServiceName, CustomSuffix);

    internal override async ValueTask<IamRole> ApplyAsync(AdministrationWork work)
    {
        var template = ServiceLinkedRoles.TemplateOf(work, AWSServiceName)
            ?? throw IamErrors.Invalid($"The service {AWSServiceName} has no service-linked roles.", "ID-124");
        if (CustomSuffix is not null && !template.SupportsCustomSuffix)
        {
            throw IamErrors.Invalid($"The service {AWSServiceName} does not support a custom suffix.", "ID-124");
        }

        var name = ServiceLinkedRoles.NameOf(template, CustomSuffix);
        if (name.Length > 64)
        {
            throw IamErrors.Invalid("The role name would be longer than 64 characters.", "ID-124");
        }

        if (await NamedKind.Role.FindAsync<IamRole>(work, name).ConfigureAwait(false) is not null)
        {
            throw IamErrors.Invalid($"Service role name {name} has been taken in this account, please try a different suffix.", "ID-124");
        }

        var role = new IamRole
        {
            Id = work.NewId(ObjectKind.Role),
            Account = work.AccountId,
            Partition = work.Partition,
            Name = name,
            Path = ServiceLinkedRoles.PathOf(AWSServiceName),
            CreateDate = work.Now,
            Owner = RoleOwner.Service,
            Description = Description ?? template.Description,
            TrustPolicy = ServiceLinkedRoles.TrustOf(AWSServiceName),
            AttachedPolicies = [ServiceRolePolicies.PolicyOf(template).Key],
        };
        work.Put(role);
        return role;
    }
}
