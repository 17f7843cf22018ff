using IamCore.Administration;
using IamCore.Administration.Credentials;
using IamCore.Administration.Organizations;
using IamCore.Administration.Users;
using IamCore.Configuration;
using IamCore.Credentials.Secrets;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Tests.Authorization;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.Administration.Errors;

/// <summary>Errors of <c>identities.md</c> that need more than one command to come about.</summary>
public sealed class StateErrorTests : IRootRecovery
{
    private const string DeleteCredentials = "arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials";
    private const string CreatePassword = "arn:aws:iam::aws:policy/root-task/IAMCreateRootUserPassword";
    private const string Password = "Corr3ct-horse";

    public ValueTask<bool> VerifyAsync(AccountId account, string email, string proof, CancellationToken cancellationToken) => new(proof == "mail");

    [Fact]
    public async Task ID_260_who_is_overtaken_four_times_gives_up_and_changes_nothing()
    {
        var store = new CountingStore(new InMemoryDirectoryStore());
        var d = await TestDirectory.NewAsync(new() { Credentials = new() { SecretProtector = new AesGcmSecretProtector([new SecretKey(1, new byte[32])]) } }, store);
        store.Overtaken = 3;
        await d.DoAsync(new CreateUser("late"));
        store.Overtaken = 4;
        await d.RefusedAsync(IamErrorCode.ConcurrentModification, "ID-260", new CreateUser("later"));
    }

    [Fact]
    public async Task ID_064_a_role_with_a_long_path_cannot_be_switched_to()
    {
        var world = new SessionFixture();
        var user = world.User("alice", SessionFixture.AllowAll);
        await world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = Password });
        var role = world.Role(new string('r', 55), user.Arn, path: "/a/path/2/");
        var longer = world.Role(new string('r', 56), user.Arn, path: "/a/path/2/");
        var session = (await world.SignIn.SignInAsync(SessionFixture.Home, "alice", Password)).Session!;
        Assert.Equal(64, $"{role.Path}{role.Name}"[1..].Length);
        await world.Sts.SwitchRoleAsync(session, SessionFixture.Home, $"{role.Path}{role.Name}"[1..]);
        await SessionFixture.RefusedAsync(
            IamErrorCode.ValidationError, async () => await world.Sts.SwitchRoleAsync(session, SessionFixture.Home, $"{longer.Path}{longer.Name}"[1..]));
    }

    [Fact]
    public async Task ID_070_nobody_reaches_a_role_of_another_partition()
    {
        var world = new SessionFixture();
        var caller = await world.KeyAsync(world.User("alice", SessionFixture.AllowAll));
        var role = world.Role("there", "*", account: SessionFixture.Other);
        await world.AssumeAsync(caller, role);
        world.Change(SessionFixture.Account(SessionFixture.Other, "Other"), a => a with { Partition = "aws-cn" });
        var moved = world.Change(role, r => r with { Partition = "aws-cn" });
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => world.AssumeAsync(caller, moved));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, () => world.Directory.ForCaller(caller).ExecuteAsync(new CheckPassRole(moved.Arn, "billing.example.com")));
    }

    [Fact]
    public async Task ID_037_while_root_has_no_credentials_nobody_becomes_root_but_by_a_root_task()
    {
        var world = new SessionFixture(new() { RootRecovery = this });
        await world.Trusted.ExecuteAsync(new CreateOrganization());
        await world.Trusted.ExecuteAsync(new AddAccountToOrganization(SessionFixture.Other));
        await world.Trusted.ExecuteAsync(new EnableOrganizationsRootSessions());
        await world.Trusted.ExecuteAsync(new EnableOrganizationsRootCredentialsManagement());
        var member = world.Directory.ForAccount(AccountId.Parse(SessionFixture.Other));
        await member.ExecuteAsync(new UpdateRootPassword(Password));
        await world.SignIn.RecoverRootAsync("root@other.example", "mail"); // there are credentials to go back to
        var admin = await world.KeyAsync(world.User("admin", SessionFixture.AllowAll));
        await TaskAsync(DeleteCredentials, new DeleteLoginProfile());
        await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await world.SignIn.SignInRootAsync("root@other.example", Password));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await world.SignIn.RecoverRootAsync("root@other.example", "mail"));
        await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await world.SignIn.RecoverRootAsync("root@other.example", "guess"));
        await TaskAsync(CreatePassword, new CreateLoginProfile { Password = Password });
        Assert.NotEqual(default, (await world.SignIn.SignInRootAsync("root@other.example", Password)).Status);

        async Task TaskAsync<T>(string task, IamCommand<T> command)
        {
            var session = (await world.Sts.AssumeRootAsync(admin, new(SessionFixture.Other, task))).Session;
            await world.Directory.ForCaller(session).ExecuteAsync(command);
        }
    }
}
