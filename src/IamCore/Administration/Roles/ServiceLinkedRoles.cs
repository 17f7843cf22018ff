using IamCore.Configuration;
using IamCore.Model;

namespace IamCore.Administration.Roles;

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
