using IamCore.Configuration;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>The parts a service-linked role is made of.</summary>
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

    /// <summary>Authorizes on the role to be created, with the service in the context (ID-240).</summary>
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

    /// <summary>Returns the open deletion task of a role; null if there is none.</summary>
    public static async ValueTask<RoleDeletionTask?> FindOpenTaskAsync(AdministrationWork work, IamRole role) =>
        (await work.ReferrersAsync<RoleDeletionTask>(ObjectKind.RoleDeletionTask, Relation.DeletedRole, role.Key).ConfigureAwait(false)).Find(t => t.IsOpen);

    /// <summary>Rejects changes to a role that is being deleted (ID-259).</summary>
    public static async ValueTask CheckFreeAsync(AdministrationWork work, DirectoryObject o)
    {
        if (o is IamRole { Owner: RoleOwner.Service } role && await FindOpenTaskAsync(work, role).ConfigureAwait(false) is { } task)
        {
            throw new IamException(IamErrorCode.EntityTemporarilyUnmodifiable, $"The role {role.Name} is being deleted by the task {task.Id}.", "ID-259");
        }
    }
}
