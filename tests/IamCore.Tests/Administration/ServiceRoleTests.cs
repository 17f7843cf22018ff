using IamCore.Administration;
using IamCore.Administration.Composites;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Configuration;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>Service-linked roles and workloads (ID-124 to ID-130, ID-137, ID-259).</summary>
public sealed class ServiceRoleTests
{
    private const string Backup = "backup.example.com";

    [Fact]
    public async Task A_service_linked_role_is_made_of_its_services_template() // ID-124, ID-128
    {
        var (d, _) = await WithServiceAsync();
        var role = await d.DoAsync(new CreateServiceLinkedRole(Backup));
        Assert.Equal(Arn($"role/aws-service-role/{Backup}/AWSServiceRoleForBackup"), role.Arn);
        Assert.Equal(RoleCategory.ServiceLinked, (await d.DoAsync(new GetRole(role.Name))).Category);
        var policy = Assert.Single((await d.DoAsync(new ListAttachedRolePolicies(role.Name))).Items);
        Assert.Equal("arn:aws:iam::aws:policy/aws-service-role/BackupServiceRolePolicy", policy.PolicyArn);
        await d.DoAsync(new CreateRole("mine", Trust(Here)));
        await d.RefusedAsync(IamErrorCode.PolicyNotAttachable, "ID-153", new AttachRolePolicy("mine", policy.PolicyArn));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-124", new CreateServiceLinkedRole(Backup));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-124", new CreateServiceLinkedRole("none.example.com"));
        await d.DoAsync(new CreateServiceLinkedRole(Backup) { CustomSuffix = "two" });
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-124", new CreateServiceLinkedRole("plain.example.com") { CustomSuffix = "two" });
        Assert.Equal(role with { Revision = 0 }, await d.DoAsync(new EnsureServiceLinkedRole(Backup)) with { Revision = 0 }); // ID-130
        Assert.Equal("AWSServiceRoleForPlain", (await d.DoAsync(new EnsureServiceLinkedRole("plain.example.com"))).Name);
    }

    [Fact]
    public async Task Administrators_may_look_at_it_tag_and_describe_it_and_no_more() // ID-126
    {
        var (d, _) = await WithServiceAsync();
        var name = (await d.DoAsync(new CreateServiceLinkedRole(Backup))).Name;
        await d.DoAsync(new CreateInstanceProfile("p"));
        await RefusedAsync(new AttachRolePolicy(name, Administrator));
        await RefusedAsync(new DetachRolePolicy(name, "arn:aws:iam::aws:policy/aws-service-role/BackupServiceRolePolicy"));
        await RefusedAsync(new PutRolePolicy(name, "p", AllowRead));
        await RefusedAsync(new UpdateAssumeRolePolicy(name, Trust(Here)));
        await RefusedAsync(new PutRolePermissionsBoundary(name, Administrator));
        await RefusedAsync(new DeleteRolePermissionsBoundary(name));
        await RefusedAsync(new DeleteRole(name));
        await RefusedAsync(new DeleteRoleWithDependencies(name));
        await RefusedAsync(new UpdateRole(name) { MaxSessionDuration = 7200 });
        await RefusedAsync(new AddRoleToInstanceProfile("p", name));
        await RefusedAsync(new RevokeRoleSessions(name));
        await d.DoAsync(new TagRole(name, [new("a", "b")]));
        await d.DoAsync(new UpdateRole(name) { Description = "new" });
        Assert.Equal("new", (await d.DoAsync(new GetRole(name))).Role.Description);

        async Task RefusedAsync<T>(IamCommand<T> command)
        {
            var before = await d.DumpAsync();
            Assert.Equal(IamErrorCode.UnmodifiableEntity, (await Assert.ThrowsAsync<IamException>(() => d.DoAsync(command))).ErrorCode);
            Assert.Equal(before, await d.DumpAsync());
        }
    }

    [Fact]
    public async Task Deleting_it_is_a_task_that_fails_while_the_role_is_in_use() // ID-129
    {
        var (d, uses) = await WithServiceAsync();
        var name = (await d.DoAsync(new CreateServiceLinkedRole(Backup))).Name;
        uses.Add("arn:aws:backup:eu-west-1:111122223333:vault/v");
        var failed = await d.DoAsync(new GetServiceLinkedRoleDeletionStatus(await d.DoAsync(new DeleteServiceLinkedRole(name))));
        Assert.Equal((RoleDeletionStatus.Failed, "arn:aws:backup:eu-west-1:111122223333:vault/v"), (failed.Status, failed.Resources.Single()));
        uses.Clear();
        var id = await d.DoAsync(new DeleteServiceLinkedRole(name));
        Assert.Matches($"^task/aws-service-role/{Backup}/AWSServiceRoleForBackup/[0-9a-f-]{{36}}$", id);
        Assert.Equal(RoleDeletionStatus.Succeeded, (await d.DoAsync(new GetServiceLinkedRoleDeletionStatus(id))).Status);
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-117", new GetRole(name));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-129", new DeleteServiceLinkedRole(name));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-129", new GetServiceLinkedRoleDeletionStatus(id[..^1] + (id[^1] == '0' ? '1' : '0')));
        await d.DoAsync(new CreateRole("mine", Trust(Here)));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-129", new DeleteServiceLinkedRole("mine"));
    }

    [Fact]
    public async Task While_the_service_is_asked_the_task_holds_the_role() // ID-129, ID-259
    {
        var answer = new TaskCompletionSource<ValueList<string>>();
        var asked = new TaskCompletionSource();
        var d = await NewAsync(new()
        {
            Services = [Service((_, _) =>
            {
                asked.SetResult();
                return new(answer.Task);
            })],
        });
        var name = (await d.DoAsync(new CreateServiceLinkedRole(Backup))).Name;
        var deletion = d.DoAsync(new DeleteServiceLinkedRole(name));
        await asked.Task;
        var task = (await d.Store.ListAsync(new() { Kind = ObjectKind.RoleDeletionTask, Scope = Here }, default)).Items.Single();
        Assert.Equal(RoleDeletionStatus.InProgress, (await d.DoAsync(new GetServiceLinkedRoleDeletionStatus(task.Id))).Status);
        await d.RefusedAsync(IamErrorCode.EntityTemporarilyUnmodifiable, "ID-259", new TagRole(name, [new("a", "b")]));
        await d.RefusedAsync(IamErrorCode.EntityTemporarilyUnmodifiable, "ID-259", new UpdateRole(name) { Description = "x" });
        answer.SetResult([]);
        Assert.Equal(task.Id, await deletion);
        Assert.Equal(RoleDeletionStatus.Succeeded, (await d.DoAsync(new GetServiceLinkedRoleDeletionStatus(task.Id))).Status);
    }

    [Fact]
    public async Task A_workload_is_bound_to_one_profile() // ID-137
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateInstanceProfile("p"));
        await d.DoAsync(new CreateInstanceProfile("q"));
        var association = await d.DoAsync(new AssociateInstanceProfile("worker-1", "P"));
        Assert.Equal((await d.DoAsync(new GetInstanceProfile("p"))).Profile.Id, association.ProfileId);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-137", new AssociateInstanceProfile("worker-1", "q"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-137", new AssociateInstanceProfile("worker-2", "none"));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-137", new AssociateInstanceProfile("w", "q"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-137", new ReplaceInstanceProfileAssociation("worker-2", "q"));
        await d.DoAsync(new ReplaceInstanceProfileAssociation("worker-1", "q"));
        Assert.Equal(["worker-1"], (await d.DoAsync(new DescribeInstanceProfileAssociations())).Items.Select(a => a.WorkloadId));
        await d.DoAsync(new DisassociateInstanceProfile("worker-1"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-137", new DisassociateInstanceProfile("worker-1"));
        await d.DoAsync(new AssociateInstanceProfile("worker-1", "q"));
        await d.DoAsync(new DeleteInstanceProfile("q")); // takes its associations along
        Assert.Empty((await d.DoAsync(new DescribeInstanceProfileAssociations())).Items);
    }

    private static async Task<(TestDirectory, List<string> Uses)> WithServiceAsync()
    {
        var uses = new List<string>();
        return (await NewAsync(new() { Services = [Service((_, _) => new([.. uses])), Plain()] }), uses);
    }

    private static RegisteredService Service(Func<string, CancellationToken, ValueTask<ValueList<string>>> find) => new(Backup, "Backup")
    {
        ServiceLinkedRole = new("Backup", AllowRead) { SupportsCustomSuffix = true, FindUsesAsync = find },
    };

    private static RegisteredService Plain() => new("plain.example.com", "Plain") { ServiceLinkedRole = new("Plain", AllowRead) };
}
