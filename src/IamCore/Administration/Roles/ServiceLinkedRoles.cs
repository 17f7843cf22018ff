using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>Makes the role that a service owns in the account, out of the service's template (ID-124). Gives the role.</summary>
/// <param name="AWSServiceName">The service principal, as registered.</param>
public sealed record CreateServiceLinkedRole(string AWSServiceName) : IamChange<IamRole>
{
    /// <summary>For people; by default the template's.</summary>
    public string? Description { get; init; }

    /// <summary>Tells several roles of one service apart, where it supports that.</summary>
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
            ?? throw Refusals.Invalid($"The service {AWSServiceName} has no service-linked roles.", "ID-124");
        if (CustomSuffix is not null && !template.SupportsCustomSuffix)
        {
            throw Refusals.Invalid($"The service {AWSServiceName} does not support a custom suffix.", "ID-124");
        }

        var name = ServiceLinkedRoles.NameOf(template, CustomSuffix);
        if (name.Length > 64)
        {
            throw Refusals.Invalid("The role name would be longer than 64 characters.", "ID-124");
        }

        if (await NamedKind.Role.FindAsync<IamRole>(work, name).ConfigureAwait(false) is not null)
        {
            throw Refusals.Invalid($"Service role name {name} has been taken in this account, please try a different suffix.", "ID-124");
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

/// <summary>Makes a service's role unless the account has it: how a service provides for itself (ID-130). Gives the role.</summary>
/// <param name="AWSServiceName">The service principal, as registered.</param>
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

/// <summary>What service-linked roles are made of.</summary>
internal static class ServiceLinkedRoles
{
    public const string CreateAction = "iam:CreateServiceLinkedRole";

    public static string PathOf(string service) => $"{ReservedPaths.ServiceLinked}{service}/";

    public static string NameOf(ServiceLinkedRoleTemplate template, string? suffix) =>
        $"AWSServiceRoleFor{template.ServiceShortName}{(suffix is null ? "" : $"_{suffix}")}";

    public static PolicyText TrustOf(string service) =>
        new($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}]}""");

    public static ServiceLinkedRoleTemplate? TemplateOf(AdministrationWork work, string service) => ServiceOf(work.Options, service)?.ServiceLinkedRole;

    public static RegisteredService? ServiceOf(IamDirectoryOptions options, string service) =>
        ((IEnumerable<RegisteredService>)options.Services).FirstOrDefault(s => s.Principal == service);

    /// <summary>On the role as it will be, with the service (ID-240).</summary>
    public static ValueTask AuthorizeCreationAsync(AdministrationWork work, string service, string? suffix)
    {
        var name = TemplateOf(work, service) is { } template ? NameOf(template, suffix) : $"AWSServiceRoleFor{suffix}";
        return work.CheckAsync(new()
        {
            Action = CreateAction,
            Resource = NamedKind.Role.ArnOf(work, name, PathOf(service)),
            Keys = [new("iam:AWSServiceName", service)],
        });
    }

    /// <summary>The task that holds a role; null where none does.</summary>
    public static async ValueTask<RoleDeletionTask?> FindOpenTaskAsync(AdministrationWork work, IamRole role) =>
        (await work.ReferrersAsync<RoleDeletionTask>(ObjectKind.RoleDeletionTask, Relation.DeletedRole, role.Key).ConfigureAwait(false)).Find(t => t.IsOpen);

    /// <summary>Refuses changes of a role that a task holds (ID-259).</summary>
    public static async ValueTask CheckFreeAsync(AdministrationWork work, DirectoryObject o)
    {
        if (o is IamRole { Owner: RoleOwner.Service } role && await FindOpenTaskAsync(work, role).ConfigureAwait(false) is { } task)
        {
            throw new IamException(IamErrorCode.EntityTemporarilyUnmodifiable, $"The role {role.Name} is held by the task {task.Id}.", "ID-259");
        }
    }
}
